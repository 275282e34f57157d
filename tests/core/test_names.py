"""Which obligation a typed name means."""

import subprocess
import sys
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.errors import TrackerError
from tracker.core.names import SHOWN, Listed, after_dot, fold, resolve

REFS = Listed(
    [
        ("oim-oci.half-yearly-meetings", "4.2", ["oim-oci.meetings"]),
        ("oim-oci.follow-up-mechanism", "4.1", []),
        ("icesco-osce.expert-meetings", "", ["icesco-osce.experts"]),
        ("icesco-osce.youth", "7", []),
        ("icesco-osce.youth-leadership", "", []),
        ("icesco-oim.observer-status", "4.1", []),
        ("icesco-oim.Échanges", "", []),
        ("icesco-oim.expert", "", []),
        ("youth.plan", "", ["icesco-osce.old", "dup.old"]),
        ("youth.other", "", ["dup.old"]),
        ("oim-maroc.التعاون", "", []),
    ]
)


@pytest.mark.parametrize(
    ("name", "ref"),
    [
        ("oim-oci.half-yearly-meetings", "oim-oci.half-yearly-meetings"),
        ("  oim-oci.half-yearly-meetings ", "oim-oci.half-yearly-meetings"),
        ("4.2", "oim-oci.half-yearly-meetings"),
        ("oim-oci.meetings", "oim-oci.half-yearly-meetings"),
        ("OIM-OCI.Half-Yearly-Meetings", "oim-oci.half-yearly-meetings"),
        ("half", "oim-oci.half-yearly-meetings"),
        ("half yearly  meetings", "oim-oci.half-yearly-meetings"),
        ("half‑yearly–meetings", "oim-oci.half-yearly-meetings"),
        ("oci.half", "oim-oci.half-yearly-meetings"),
        ("icesco-osce.youth", "icesco-osce.youth"),
        ("ICESCO-OSCE.YOUTH", "icesco-osce.youth"),
        ("leadership", "icesco-osce.youth-leadership"),
        ("echanges", "icesco-oim.Échanges"),
        ("ÉCHANGES", "icesco-oim.Échanges"),
        ("\u200eobserver", "icesco-oim.observer-status"),
        ("تعاون", "oim-maroc.التعاون"),
    ],
)
def test_the_ref_that_a_name_means(name: str, ref: str) -> None:
    assert resolve(name, REFS) == ref


@pytest.mark.parametrize(
    ("name", "ref"),
    [
        ("youth", "icesco-osce.youth"),
        ("YOUTH", "icesco-osce.youth"),
        ("expert", "icesco-oim.expert"),
        ("icesco-osce.experts", "icesco-osce.expert-meetings"),
    ],
)
def test_what_follows_the_dot_counts_before_parts(name: str, ref: str) -> None:
    assert resolve(name, REFS) == ref


def test_an_exact_ref_counts_before_a_number_and_a_number_before_a_former_ref() -> None:
    refs = Listed(
        [("a.b", "x.y", ["n.m"]), ("c.d", "a.b", ["x.y"]), ("e.f", "", ["c.d"]), ("m.x", "n.m", [])]
    )
    assert resolve("a.b", refs) == "a.b"
    assert resolve("x.y", refs) == "a.b"
    assert resolve("n.m", refs) == "m.x"
    assert resolve("c.d", refs) == "c.d"


@pytest.mark.parametrize(
    ("name", "refs"),
    [
        ("4.1", "oim-oci.follow-up-mechanism, icesco-oim.observer-status"),
        ("dup.old", "youth.plan, youth.other"),
        ("meetings", "icesco-osce.expert-meetings, oim-oci.half-yearly-meetings"),
        ("osce.you", "icesco-osce.youth, icesco-osce.youth-leadership"),
    ],
)
def test_a_name_that_several_have_lists_them(name: str, refs: str) -> None:
    with pytest.raises(TrackerError) as caught:
        resolve(name, REFS)
    assert str(caught.value) == f"{name!r} may mean {refs}; type more of it"


def many(count: int) -> Listed:
    return Listed([(f"plan.meeting-{n:03}", "", []) for n in range(count)])


def test_a_list_of_candidates_is_bounded() -> None:
    with pytest.raises(TrackerError) as caught:
        resolve("meeting", many(SHOWN + 30))
    message = str(caught.value)
    assert "plan.meeting-011 and 30 more" in message
    assert "plan.meeting-012" not in message


def test_a_full_list_of_candidates_has_no_more() -> None:
    with pytest.raises(TrackerError) as caught:
        resolve("meeting", many(SHOWN))
    assert "plan.meeting-011; type" in str(caught.value)
    assert resolve("meeting", many(1)) == "plan.meeting-000"


def test_the_same_part_in_many_agreements_lists_them_and_no_others() -> None:
    refs = Listed([(f"a{n}.review", "", []) for n in range(3)] + [("a.review-cycle", "", [])])
    with pytest.raises(TrackerError, match=r"may mean a0\.review, a1\.review, a2\.review; type"):
        resolve("Review", refs)


def test_the_same_part_in_very_many_agreements_says_how_many_more_have_it() -> None:
    refs = Listed([(f"a{n:02}.review", "", []) for n in range(40)] + [("a.review-cycle", "", [])])
    with pytest.raises(TrackerError, match=r"a11\.review and 29 more"):
        resolve("review", refs)


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("half-yearly-meetigns", "oim-oci.half-yearly-meetings"),
        ("hlaf-yearly-meetings", "oim-oci.half-yearly-meetings"),
        ("oim-ocii.half-yearly-meetings", "oim-oci.half-yearly-meetings"),
        ("obsrever", "icesco-oim.observer-status"),
        ("leadrship", "icesco-osce.youth-leadership"),
        ("mechanisn", "oim-oci.follow-up-mechanism"),
        ("icesco-osce.yuoth", "icesco-osce.youth"),
    ],
)
def test_a_mistyped_name_is_asked_back(name: str, near: str) -> None:
    with pytest.raises(TrackerError) as caught:
        resolve(name, REFS)
    message = str(caught.value)
    assert message.startswith(f"no obligation is called {name!r}; did you mean ")
    assert near in message.removeprefix(f"no obligation is called {name!r}")


@pytest.mark.parametrize("name", ["zzz", "xy", "?", "\u200f", "́"])
def test_a_name_like_nothing_is_told_where_the_names_are(name: str) -> None:
    with pytest.raises(TrackerError, match="'tracker list' shows them all"):
        resolve(name, REFS)


@pytest.mark.parametrize("name", ["", "   "])
def test_an_empty_name(name: str) -> None:
    with pytest.raises(TrackerError, match="is empty"):
        resolve(name, REFS)


def test_a_wildcard_is_a_letter_like_others() -> None:
    with pytest.raises(TrackerError, match="no obligation is called '%'"):
        resolve("%", REFS)


class Counting(Listed):
    """Names that record how many refs were asked for at once."""

    asked: int = 0

    def containing(self, part: str, limit: int) -> Sequence[str]:
        self.asked = max(self.asked, limit)
        return super().containing(part, limit)


def test_no_question_asks_for_all_refs() -> None:
    refs = Counting([(f"plan.meeting-{n}", "", []) for n in range(1000)])
    with pytest.raises(TrackerError, match="did you mean"):
        resolve("meetnig-7", refs)
    assert 0 < refs.asked <= 200


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Half", "half"),
        ("Coopération", "cooperation"),
        ("Œuvre", "œuvre"),
        ("Straße", "strasse"),
        ("İstanbul", "istanbul"),
        ("ﬁn", "fin"),
        ("𝐀b", "ab"),
        ("\u200eOCI\u200f", "oci"),
        ("منظمة التعاون الإسلامي", "منظمة التعاون الاسلامي"),
        ("مُنَظَّمة", "منظمة"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(), st.text())
def test_a_part_of_a_text_is_a_part_of_it_folded(one: str, other: str) -> None:
    assert fold(one) in fold(one + other)


@given(st.text("ABCabc-."))
def test_case_does_not_count(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower()) == fold(text)


SLUGS = st.from_regex(r"[a-c]{1,3}(-[a-c]{1,2})?", fullmatch=True)
LISTS = st.lists(st.tuples(SLUGS, SLUGS).map(".".join), min_size=1, max_size=8, unique=True)


@given(LISTS, st.data())
def test_a_typed_name_means_the_ref_or_lists_those_that_have_it(refs: list[str], data: st.DataObject) -> None:
    ref = data.draw(st.sampled_from(refs))
    start = data.draw(st.integers(0, len(ref) - 1))
    name = ref[start : data.draw(st.integers(start + 1, len(ref)))]
    names = Listed([(one, "", []) for one in refs])
    having = [one for one in refs if name in one]
    alike = [one for one in refs if name in (one, after_dot(one))]
    if name in refs:
        assert resolve(name, names) == name
    elif len(alike or having) == 1:
        assert resolve(name, names) == (alike or having)[0]
    else:
        with pytest.raises(TrackerError) as caught:
            resolve(name, names)
        assert all(one in str(caught.value) for one in alike or having)


def test_difflib_is_not_imported_for_a_name_that_is_found() -> None:
    code = (
        "import sys; from tracker.core.names import Listed, resolve;"
        "resolve('b', Listed([('a.b', '', [])])); print('difflib' in sys.modules)"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "False"
