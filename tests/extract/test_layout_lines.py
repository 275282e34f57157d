"""Lines that a page broke, the numbers of its pages, and names for clauses that say the same."""

from tracker.extract import extract
from tracker.extract.draft import drafts
from tracker.extract.naming import obligation_name

HEAD = (
    "MEMORANDUM OF UNDERSTANDING between the Ministry of Education of Morocco (“the Ministry”) and the "
    "University of Rabat (“the University”), signed in Rabat on 5 January 2026.\n\nArticle 1\n\n"
)


class _Asked(set[str]):
    """Names that count how often they were asked for one."""

    times = 0

    def __contains__(self, name: object) -> bool:
        self.times += 1
        return super().__contains__(name)


def test_like_clauses_are_numbered_without_counting_from_two_each_time() -> None:
    found = extract(HEAD + "The Parties shall:\n(a) report to the Ministry;\n(b) inform the Ministry.")
    taken = _Asked({"report-ministry-3"})
    names = [obligation_name(found.obligations[0], taken) for _ in range(200)]
    assert names[:4] == ["report-ministry", "report-ministry-2", "report-ministry-4", "report-ministry-5"]
    assert names[-1] == "report-ministry-201"
    assert taken.times < 3 * len(names)


def test_names_of_one_draft_are_not_counted_on_in_the_next() -> None:
    found = extract(HEAD + "The Parties shall:\n" + 3 * "(a) report to the Ministry;\n")
    first = [draft.name for draft in drafts(found)]
    assert first == [draft.name for draft in drafts(found)]
    assert first == ["report-ministry", "report-ministry-2", "report-ministry-3"]
