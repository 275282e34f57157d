"""Commits as git tells them."""

from __future__ import annotations

from tests.history.repositories import Work
from tracker.history.commits import commits, paths
from tracker.history.git import repository
from tracker.history.objects import Objects


def test_a_commit_says_who_and_when(work: Work) -> None:
    id_ = work.commit({}, "Tenue à Djeddah\n\nBody", "2026-01-08T23:30:00+03:00")
    (node,) = commits(repository(work.folder), id_)
    found = node.commit
    assert (found.id, found.author, found.email) == (id_, "Amina Benali", "amina@example.org")
    assert (found.subject, found.day, found.when) == (
        "Tenue à Djeddah",
        "2026-01-08",
        "2026-01-08T23:30:00+03:00",
    )
    assert node.parents == ()


def test_a_subject_in_another_encoding(work: Work) -> None:
    work.write({"said": "réunion".encode("latin-1")})
    work.git("-c", "i18n.commitEncoding=ISO-8859-1", "commit", "--quiet", "--allow-empty", "-F", "said")
    repo = repository(work.folder)
    assert [one.commit.subject for one in commits(repo, repo.commit("HEAD"))] == ["réunion"]


def test_an_empty_subject(work: Work) -> None:
    work.git("commit", "--quiet", "--allow-empty", "--allow-empty-message", "-m", "")
    repo = repository(work.folder)
    assert [one.commit.subject for one in commits(repo, repo.commit("HEAD"))] == [""]


def test_a_commit_comes_before_its_parents_whatever_the_clocks_say(work: Work) -> None:
    work.commit({}, "one", "2026-01-08T12:00:00+00:00")
    work.commit({}, "two", "2020-01-08T12:00:00+00:00")
    work.commit({}, "three", "2023-01-08T12:00:00+00:00")
    repo = repository(work.folder)
    assert [one.commit.subject for one in commits(repo, repo.commit("HEAD"))] == ["three", "two", "one"]


def test_renames_are_followed_on_every_branch(work: Work) -> None:
    text = "".join(f"[agreements.a{n}]\n" for n in range(20))
    work.commit({"a.toml": text}, "begin")
    work.git("checkout", "--quiet", "-b", "side")
    work.commit({"a.toml": text + "\n"}, "side")
    work.git("checkout", "--quiet", "main")
    work.commit({"a.toml": None, "b.toml": text, "other": "x"}, "move")
    work.git("merge", "--quiet", "-m", "merge", "side")
    work.commit({"b.toml": None, "sub/c.toml": text}, "move again")
    repo = repository(work.folder)
    line = list(commits(repo, repo.commit("HEAD")))
    with Objects(repo) as objects:
        found = paths(repo, objects, line, "sub/c.toml")
    assert {one.commit.subject: found[one.id] for one in line} == {
        "move again": "sub/c.toml",
        "merge": "b.toml",
        "move": "b.toml",
        "side": "a.toml",
        "begin": "a.toml",
    }
