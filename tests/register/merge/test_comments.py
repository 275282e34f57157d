"""What becomes of the comments of two people."""

from __future__ import annotations

from tests.register.merge.merges import BASE, changed, clean, conflict


def test_an_entry_corrected_on_one_side_is_taken_and_one_removed_goes_with_its_comment() -> None:
    ours = changed(("due = 2025-06-01", "due = 2025-07-01"), ('"in-progress"', '"blocked"'))
    theirs = changed(('  # They said so.\n  { on = 2025-03-05, note = "agenda" },\n', ""))
    assert clean(ours, theirs) == changed(
        ('  # They said so.\n  { on = 2025-03-05, note = "agenda" },\n', ""), text=ours
    )


def test_new_tables_of_both_sides_stay_with_their_comments_beside_their_agreement() -> None:
    ours = changed(("[obligations.a.report]", "[obligations.a.fund]\ntitle = 'F'\n\n[obligations.a.report]"))
    new = "# Asked for.\n[obligations.a.visit]\ntitle = 'V'  # soon\n\n"
    theirs = changed(("[obligations.a.report]", new + "[obligations.a.report]"))
    assert clean(ours, theirs) == changed(
        ("[obligations.a.report]", new + "[obligations.a.report]"), text=ours
    )


def test_comments_of_both_come_along_and_ours_keep_their_layout() -> None:
    ours = changed(
        ("title    ", "title ") if "title    " in BASE else ('title = "Desk"   #', 'title  =  "Desk"   #')
    )
    theirs = changed(("# shown on top", "# heads all reports"), ("# by phone", "# by telephone"))
    text = clean(ours, theirs)
    assert 'title  =  "Desk"   # heads all reports\n' in text
    assert "# by telephone\n" in text


def test_comments_that_both_wrote_stay_and_those_that_both_changed_are_in_conflict() -> None:
    ours = changed(("[obligations.a.report]", "# ours\n[obligations.a.report]"))
    theirs = changed(("[obligations.a.report]", "# theirs\n[obligations.a.report]"))
    assert "\n# ours\n# theirs\n[obligations.a.report]" in clean(ours, theirs)
    text = conflict(changed(("# Twice", "# 2 times")), changed(("# Twice", "# Half-yearly, twice")))
    assert "<<<<<<< HEAD\n# 2 times a year.\n=======\n# Half-yearly, twice a year.\n>>>>>>> feature\n" in text


def test_what_is_said_of_something_taken_out_is_not_lost() -> None:
    ours = changed(
        ("# They said so.", "# They said so.\n  # On the phone."),
        ('owner = "rabat"   #', 'owner = "rabat" # no:'),
    )
    theirs = changed(
        ('  # They said so.\n  { on = 2025-03-05, note = "agenda" },\n', ""),
        ('owner = "rabat"   # a post\n', ""),
    )
    text = clean(ours, theirs)
    assert "  # On the phone.\n]" in text
    assert "# no: a post\n" in text
    assert "agenda" not in text


def test_comments_within_lists_of_both_sides_stay() -> None:
    base = "[a]\nlog = [{ on = 2025-01-01 }]\n"
    ours = "[a]\nlog = [{ on = 2025-01-01 }, { on = 2025-01-03 }]\n"
    theirs = "[a]\nlog = [ # all of it\n  # first\n  { on = 2025-01-01 }, # so\n  # that is all\n]\n"
    expected = theirs.replace("  # that", "  { on = 2025-01-03 },\n  # that")
    assert clean(ours, theirs, base) == expected


def test_comments_that_both_put_beside_a_value_stay_on_its_line() -> None:
    base = "[a]\nx = 1\ny = 2\n"
    one, other = "[a]\nx = 1  # one\ny = 3\n", "[a]\nx = 1  # two\ny = 2\n"
    assert clean(one, other, base) == "[a]\nx = 1  # one  # two\ny = 3\n"
    text = conflict(
        base.replace("2\n", "2 # o\n"), base.replace("2\n", "2 # t\n"), base.replace("2\n", "2 # b\n")
    )
    assert "y = 2 # o\n=======\ny = 2 # t\n" in text
    assert clean(one, base.replace("1\n", "1\n"), one.replace("= 3", "= 2")) == one.replace("  # one", "")
