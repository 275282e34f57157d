"""What two people's changes to the register come to."""

from __future__ import annotations

import pytest

from tests.register.rivals import LABELS
from tracker.register.merge import merge

BASE = """\
# The desk's register.

[settings]
title = "Desk"   # shown on top

# Signed in Rabat.
[agreements.a]
title = { en = "Plan", fr = "Plan" }
parties = ["OIM", "OCI"]
date = 2025-01-01

# Twice a year.
[obligations.a.meet]
title = "Meetings"
due = 2025-06-01
owner = "rabat"   # a post
log = [
  { on = 2025-01-05, status = "in-progress" },  # by phone
  # They said so.
  { on = 2025-03-05, note = "agenda" },
]

[obligations.a.report]
title = "Report"
"""


def changed(*pairs: tuple[str, str], text: str = BASE) -> str:
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def clean(ours: str, theirs: str, base: str = BASE) -> str:
    result = merge(base, ours, theirs, LABELS)
    assert (result.conflicts, result.reason) == (0, None), result
    return result.text


def conflict(ours: str, theirs: str, base: str = BASE, conflicts: int = 1) -> str:
    result = merge(base, ours, theirs, LABELS)
    assert (result.conflicts, result.reason) == (conflicts, None), result
    return result.text


def test_entries_of_both_sides_are_kept_in_order_of_date() -> None:
    ours = changed(('"agenda" },\n', '"agenda" },\n  { on = 2025-06-01, status = "done" },\n'))
    new = '  # A letter came.\n  { on = 2025-04-01, status = "blocked" }, # see file 7\n'
    theirs = changed(('"agenda" },\n', '"agenda" },\n' + new))
    expected = changed(('"agenda" },\n', f'"agenda" }},\n{new}  {{ on = 2025-06-01, status = "done" }},\n'))
    assert clean(ours, theirs) == expected
    assert clean(theirs, ours) == expected


def test_an_entry_added_on_both_sides_stays_once() -> None:
    new = changed(('"agenda" },\n', '"agenda" },\n  { on = 2025-04-01, status = "done" },\n'))
    ours, theirs = changed(('"Report"', '"Reports"'), text=new), changed(('"Desk"', '"Office"'), text=new)
    assert clean(ours, theirs) == changed(('"Report"', '"Reports"'), ('"Desk"', '"Office"'), text=new)


def test_an_entry_corrected_on_one_side_is_taken_and_one_removed_goes_with_its_comment() -> None:
    ours = changed(("due = 2025-06-01", "due = 2025-07-01"), ('"in-progress"', '"blocked"'))
    theirs = changed(('  # They said so.\n  { on = 2025-03-05, note = "agenda" },\n', ""))
    assert clean(ours, theirs) == changed(
        ('  # They said so.\n  { on = 2025-03-05, note = "agenda" },\n', ""), text=ours
    )


def log(*entries: str) -> str:
    return "[t]\nlog = [\n" + "".join(f"  {{ on = {entry} }},\n" for entry in entries) + "]\n"


def test_entries_of_the_same_day_keep_each_file_s_order_and_both_directions_agree() -> None:
    base = log('2025-01-05, note = "b"')
    ours = log('2025-01-05, note = "z"', '2025-01-05, note = "b"')
    theirs = log('2025-01-05, note = "b"', '2025-01-05, note = "a", recorded = 2025-02-01')
    text = clean(ours, theirs, base)
    assert [line[29] for line in text.splitlines() if "note" in line] == ["z", "b", "a"]
    ours = log('2025-01-05, note = "b"', '2025-01-05, note = "c"')
    assert clean(ours, theirs, base) == clean(theirs, ours, base)
    assert [line[29] for line in clean(ours, theirs, base).splitlines() if "note" in line] == ["b", "c", "a"]


def test_a_log_on_one_line_gets_a_line_for_each_entry() -> None:
    first, ours, theirs = '{ on = 2025-01-05, note = "b" }', "{ on = 2025-03-05 }", "{ on = 2025-02-05 }"
    text = clean(
        f"[t]\nlog = [{first}, {ours}]\n", f"[t]\nlog = [{first}, {theirs}]\n", f"[t]\nlog = [{first}]\n"
    )
    assert text == f"[t]\nlog = [\n  {first},\n  {theirs},\n  {ours},\n]\n"


def test_the_first_entries_of_both_sides_make_one_log() -> None:
    ours = changed(('title = "Report"\n', 'title = "Report"\nlog = [{ on = 2025-02-02 }]\n'))
    theirs = changed(('title = "Report"\n', 'title = "Report"\nlog = [\n  { on = 2025-01-02 },\n]\n'))
    assert clean(ours, theirs).endswith("log = [\n  { on = 2025-01-02 },\n  { on = 2025-02-02 },\n]\n")


def test_an_entry_that_both_corrected_is_a_conflict_of_its_line() -> None:
    text = conflict(changed(('"agenda"', '"ours"')), changed(('"agenda"', '"theirs"')))
    mine, yours = (f'  {{ on = 2025-03-05, note = "{note}" }},\n' for note in ("ours", "theirs"))
    between = f"<<<<<<< HEAD\n{mine}=======\n{yours}>>>>>>> feature\n"
    assert text == changed(('  { on = 2025-03-05, note = "agenda" },\n', between))


def test_an_entry_moved_to_another_day_takes_its_new_place() -> None:
    ours = changed(('"agenda" },\n', '"agenda" },\n  { on = 2025-04-05 },\n'))
    theirs = changed(("on = 2025-01-05, status", "on = 2025-05-05, status"))
    lines = [line.strip() for line in clean(ours, theirs).splitlines() if "on = " in line]
    assert [line[7:17] for line in lines] == ["2025-03-05", "2025-04-05", "2025-05-05"]
    assert lines[-1].endswith("# by phone")


def test_languages_of_a_title_and_words_of_a_list_merge_on_their_line() -> None:
    ours = changed(('fr = "Plan"', 'fr = "Plan d\'action"'), ('"OCI"]', '"OCI", "OSCE"]'))
    theirs = changed(('en = "Plan"', "en = 'Action plan'"), ('["OIM", ', "["), ('"OCI"]', '"OCI", "AU"]'))
    text = clean(ours, theirs)
    assert """title = { en = 'Action plan', fr = "Plan d'action" }""" in text
    assert 'parties = ["OCI", "AU", "OSCE"]' in text


def test_words_that_both_replaced_are_a_conflict() -> None:
    text = conflict(changed(('"OIM"', '"IOM"')), changed(('"OIM"', '"UN"')))
    assert (
        '<<<<<<< HEAD\nparties = ["IOM", "OCI"]\n=======\nparties = ["UN", "OCI"]\n>>>>>>> feature\n' in text
    )


def test_a_conflict_of_one_key_shows_all_else_merged_on_both_sides() -> None:
    ours = changed(('en = "Plan"', 'en = "O"'), ('fr = "Plan"', 'fr = "Ofr"'))
    text = conflict(ours, changed(('en = "Plan"', 'en = "T"')))
    assert 'title = { en = "O", fr = "Ofr" }\n=======\ntitle = { en = "T", fr = "Ofr" }\n' in text


def test_new_tables_of_both_sides_stay_with_their_comments_beside_their_agreement() -> None:
    ours = changed(("[obligations.a.report]", "[obligations.a.fund]\ntitle = 'F'\n\n[obligations.a.report]"))
    new = "# Asked for.\n[obligations.a.visit]\ntitle = 'V'  # soon\n\n"
    theirs = changed(("[obligations.a.report]", new + "[obligations.a.report]"))
    assert clean(ours, theirs) == changed(
        ("[obligations.a.report]", new + "[obligations.a.report]"), text=ours
    )


def test_a_new_agreement_comes_after_ours_and_not_between_its_obligations() -> None:
    ours = BASE + "\n[agreements.b]\ntitle = 'B'\n\n[obligations.b.x]\ntitle = 'X'\n"
    theirs = BASE + "\n# Third.\n[agreements.c]\ntitle = 'C'\n\n[obligations.c.y]\ntitle = 'Y'\n"
    assert clean(ours, theirs) == ours + theirs.removeprefix(BASE)


def test_the_same_new_name_for_two_things_is_one_conflict_that_is_not_broken_up() -> None:
    ours = BASE + "\n[obligations.a.new]\ntitle = 'O'\nkind = 'other'\nowner = 'o'\n"
    theirs = BASE + "\n[obligations.a.new]\ntitle = 'T'\nkind = 'other'\nowner = 't'\n"
    assert conflict(ours, theirs) == (
        BASE + "\n[obligations.a.new]\n<<<<<<< HEAD\ntitle = 'O'\nkind = 'other'\nowner = 'o'\n"
        "=======\ntitle = 'T'\nkind = 'other'\nowner = 't'\n>>>>>>> feature\n"
    )


def test_the_same_new_table_with_other_entries_is_one_table_with_both() -> None:
    new = "\n[obligations.a.new]\ntitle = 'N'\nlog = [\n  { on = 2025-0%d-01 },\n]\n"
    assert clean(BASE + new % 2, BASE + new % 1).endswith(
        "  { on = 2025-01-01 },\n  { on = 2025-02-01 },\n]\n"
    )


def test_a_key_changed_by_both_is_a_conflict_of_its_line_and_removal_too() -> None:
    text = conflict(changed(("= 2025-06-01", "= 2025-07-01")), changed(("= 2025-06-01", "= 2025-08-01")))
    assert "\n<<<<<<< HEAD\ndue = 2025-07-01\n=======\ndue = 2025-08-01\n>>>>>>> feature\nowner" in text
    text = conflict(changed(("due = 2025-06-01\n", "")), changed(("= 2025-06-01", "= 2025-08-01")))
    assert "\n<<<<<<< HEAD\n=======\ndue = 2025-08-01\n>>>>>>> feature\nowner" in text


def test_an_obligation_that_one_took_out_and_the_other_wrote_to_is_a_conflict() -> None:
    ours = changed(('\n[obligations.a.report]\ntitle = "Report"\n', ""))
    theirs = changed(('title = "Report"\n', 'title = "Report"\nlog = [{ on = 2025-02-02 }]\n'))
    text = conflict(ours, theirs)
    assert text.startswith(ours)
    assert '\ntitle = "Report"\nlog = [{ on = 2025-02-02 }]\n>>>>>>> feature\n' in text


def test_tables_below_one_that_was_taken_out_are_in_the_conflict_with_it() -> None:
    sources = "[agreements.a.sources.s]\nfile = 's'\n[agreements.a.sources.t]\nfile = 't'\n"
    base = f"[agreements.a]\ntitle = 'A'\n{sources}"
    theirs = base.replace("'s'", "'ss'")
    text = conflict("[settings]\ntitle = 'x'\n", theirs, base)
    assert "[agreements.a]\ntitle = 'A'\n" in text
    assert "[agreements.a.sources.t]\n" in text


def test_two_different_time_rules_are_a_conflict() -> None:
    ours = changed(("due = 2025-06-01\n", 'every = "6 months"\nfirst = 2025-06-01\n'))
    theirs = changed(("due = 2025-06-01\n", 'within = "90 days"\nafter = "effective"\n'))
    text = conflict(ours, theirs)
    assert "<<<<<<< HEAD\nevery" in text
    assert '\nafter = "effective"\n>>>>>>> feature\nowner' in text


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


def test_moved_tables_stay_where_ours_has_them() -> None:
    blocks = ["[b]\nx = 1\n", "[c]\nx = 1\n", "[d]\nx = 1\n"]
    ours, theirs = (
        "".join([blocks[2], blocks[0], blocks[1]]),
        "".join(blocks).replace("[c]\nx = 1", "[c]\nx = 2"),
    )
    assert clean(ours, theirs, "".join(blocks)) == "[d]\nx = 1\n[b]\nx = 1\n[c]\nx = 2\n"


def test_a_renamed_obligation_gets_what_the_other_side_wrote_under_the_old_name() -> None:
    ours = changed(("[obligations.a.report]\n", '[obligations.a.reports]\nformerly = ["a.report"]\n'))
    theirs = changed(('title = "Report"\n', 'title = "Report"\nlog = [{ on = 2025-02-02 }]\n'))
    expected = ours.replace('title = "Report"\n', 'title = "Report"\nlog = [{ on = 2025-02-02 }]\n')
    assert clean(ours, theirs) == expected
    assert clean(theirs, ours) == expected


def test_a_renamed_agreement_takes_its_obligations_along() -> None:
    ours = changed(("[agreements.a]\n", '[agreements.b]\nformerly = ["a"]\n')).replace(
        "[obligations.a.", "[obligations.b."
    )
    theirs = changed(('"Report"', '"Reports"'))
    assert clean(ours, theirs) == ours.replace('"Report"', '"Reports"')


def test_a_log_of_tables_merges_as_one_between_brackets_does() -> None:
    def text(*days: str) -> str:
        entries = (f"[[obligations.a.x.log]]\non = 2025-{day}\n\n" for day in days)
        return "[obligations.a.x]\ntitle = 'X'\n\n" + "".join(entries) + "[obligations.a.y]\ntitle = 'Y'\n"

    base, ours, theirs = text("01-05"), text("01-05", "03-05"), text("01-01", "01-05", "02-05")
    assert clean(ours, theirs, base) == text("01-01", "01-05", "02-05", "03-05")


@pytest.mark.parametrize("broken", ["ours", "theirs", "base"])
def test_what_cannot_be_read_is_merged_line_by_line_and_marked_to_be_looked_at(broken: str) -> None:
    texts = {"base": BASE, "ours": changed(('"Desk"', '"O"')), "theirs": changed(('"Report"', '"T"'))}
    texts[broken] = texts[broken].replace("# Signed in Rabat.", "this is not TOML")
    result = merge(**texts, labels=LABELS)
    assert result.conflicts == 1
    name = {"ours": "HEAD", "theirs": "feature"}.get(broken, "base")
    assert str(result.reason).startswith(f"{name} cannot be read as TOML (line 6)")
    assert '"O"' in result.text
    assert '"T"' in result.text


def test_a_text_with_markers_in_it_is_never_taken_for_merged() -> None:
    ours = changed(('title = "Report"\n', '<<<<<<< a\ntitle = "Report"\n=======\ntitle = "R"\n>>>>>>> b\n'))
    result = merge(BASE, ours, changed(('"Desk"', '"Office"')), LABELS)
    assert result.conflicts
    assert '<<<<<<< a\ntitle = "Report"' in result.text
    assert '"Office"' in result.text


def test_forms_that_do_not_go_together_are_merged_line_by_line() -> None:
    ours = changed(('{ en = "Plan", fr = "Plan" }', '{ en = "Plan", fr = "P" }'))
    theirs = changed(('title = { en = "Plan", fr = "Plan" }', 'title.en = "Plan"\ntitle.fr = "Q"'))
    result = merge(BASE, ours, theirs, LABELS)
    assert result.conflicts
    assert 'fr = "P"' in result.text
    assert 'title.fr = "Q"' in result.text


def test_line_endings_and_the_byte_order_mark_are_ours() -> None:
    ours = "\ufeff" + changed(('"Desk"', '"Office"')).replace("\n", "\r\n")
    text = clean(ours, changed(('"Report"', '"Reports"')))
    assert text == ours.replace('"Report"', '"Reports"')
    assert (
        clean(ours.replace("\r\n", "\n"), changed(('"Report"', '"R"')).replace("\n", "\r\n")).count("\r") == 0
    )


def test_mixed_line_endings_of_ours_stay() -> None:
    ours = changed(('title = "Desk"   # shown on top\n', 'title = "Office"\r\n'))
    assert clean(ours, changed(('"Report"', '"Reports"'))) == ours.replace('"Report"', '"Reports"')


def test_a_last_line_without_an_end_gets_one_where_something_follows() -> None:
    ours, theirs = BASE.rstrip("\n") + "s", BASE + "\n[obligations.a.z]\ntitle = 'Z'"
    ours = BASE.rstrip("\n")
    assert clean(changed(('"Desk"', '"D"'), text=ours), theirs).endswith(
        "\"Report\"\n\n[obligations.a.z]\ntitle = 'Z'"
    )


def test_nothing_in_common_but_the_name() -> None:
    assert clean("[a]\nx = 1\n", "[b]\nx = 1\n", "") == "[a]\nx = 1\n[b]\nx = 1\n"
    assert conflict("[a]\nx = 1\n", "[a]\nx = 2\n", "") == (
        "[a]\n<<<<<<< HEAD\nx = 1\n=======\nx = 2\n>>>>>>> feature\n"
    )


def test_a_new_table_of_tables_stays_below_its_own() -> None:
    base = "[obligations.a.x]\ntitle = 'X'\n"
    ours = base + "[[obligations.a.x.log]]\non = 2025-01-05\n"
    theirs = base + "[obligations.a.y]\ntitle = 'Y'\n[[obligations.a.y.log]]\non = 2025-01-05\n"
    assert clean(ours, theirs, base) == ours + theirs.removeprefix(base)


def test_an_entry_that_is_a_table_and_that_both_corrected_is_one_conflict() -> None:
    base = "[[t.log]]\non = 2025-01-05\nnote = 'a'\nby = 'x'\n"
    text = conflict(base.replace("'a'", "'b'"), base.replace("'x'", "'z'"), base)
    assert "note = 'b'\nby = 'x'\n=======\nnote = 'a'\nby = 'z'\n" in text
    assert clean(base.replace("'a'", "'b'"), base.replace("'x'", "'x'  # who"), base).count("# who") == 1


def test_parts_of_an_element_that_stand_elsewhere_are_merged_line_by_line() -> None:
    base = "[[a]]\nx = 1\n[b]\n[a.c]\ny = 1\n"
    result = merge(base, base.replace("y = 1", "y = 2"), base.replace("x = 1", "x = 3"), LABELS)
    assert str(result.reason).startswith("the texts cannot be merged by what they say")
    assert result.conflicts
    assert result.text == base.replace("y = 1", "y = 2").replace("x = 1", "x = 3")


def test_a_merge_that_would_make_a_name_stand_twice_is_left_to_people() -> None:
    base = "[a]\nx = 1\n"
    result = merge(base, "[a]\nx = 1\nb.c = 1\n", "[a]\nx = 1\n[a.b]\nd = 1\n", LABELS)
    assert result.conflicts
    assert result.reason is not None
    assert "b.c = 1" in result.text
    assert "[a.b]\nd = 1" in result.text


def test_an_emptied_list_takes_what_the_other_side_added() -> None:
    base = "[a]\ntags = ['x']\nt = { en = 'a' }\nlog = [{ on = 2025-01-01 }]\n"
    ours = "[a]\ntags = []\nt = {}\nlog = []\n"
    new = "[{ on = 2025-01-01 }, { on = 2025-01-02 }]"
    theirs = f"[a]\ntags = ['x', 'y']\nt = {{ en = 'a', fr = 'b' }}\nlog = {new}\n"
    expected = "[a]\ntags = ['y']\nt = { fr = 'b' }\nlog = [{ on = 2025-01-02 }]\n"
    assert clean(ours, theirs, base) == expected
    assert clean(theirs, ours, base) == expected


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
