"""What becomes of tables that two people added, took out, moved or renamed."""

from __future__ import annotations

from tests.register.merge.merges import BASE, changed, clean, conflict


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
