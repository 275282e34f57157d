"""What two people's changes to entries, keys and lists come to."""

from __future__ import annotations

from tests.register.merge.merges import changed, clean, conflict


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


def test_a_key_changed_by_both_is_a_conflict_of_its_line_and_removal_too() -> None:
    text = conflict(changed(("= 2025-06-01", "= 2025-07-01")), changed(("= 2025-06-01", "= 2025-08-01")))
    assert "\n<<<<<<< HEAD\ndue = 2025-07-01\n=======\ndue = 2025-08-01\n>>>>>>> feature\nowner" in text
    text = conflict(changed(("due = 2025-06-01\n", "")), changed(("= 2025-06-01", "= 2025-08-01")))
    assert "\n<<<<<<< HEAD\n=======\ndue = 2025-08-01\n>>>>>>> feature\nowner" in text


def test_an_emptied_list_takes_what_the_other_side_added() -> None:
    base = "[a]\ntags = ['x']\nt = { en = 'a' }\nlog = [{ on = 2025-01-01 }]\n"
    ours = "[a]\ntags = []\nt = {}\nlog = []\n"
    new = "[{ on = 2025-01-01 }, { on = 2025-01-02 }]"
    theirs = f"[a]\ntags = ['x', 'y']\nt = {{ en = 'a', fr = 'b' }}\nlog = {new}\n"
    expected = "[a]\ntags = ['y']\nt = { fr = 'b' }\nlog = [{ on = 2025-01-02 }]\n"
    assert clean(ours, theirs, base) == expected
    assert clean(theirs, ours, base) == expected
