"""What the tests share: the real site, built once; a server for it; one browser, whose tabs fail on any fault."""

import fcntl
import json
import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

import browser as finder
import made_up_project
import real
from edition.model import Edition
from project import DAY, ROOT, Copies, Made, built, copy_of, make_edition, written
from server import serving
from tabs import Tabs

# How long the browser may take: a machine that does much else is slow, and is not at fault.
expect.set_options(timeout=20_000)

WHOLE = {"chromium": 3, "frozen": 9, "edition_made": 9, "copies": 2, "small_copies": 2, "once": 1}
"""What takes long, and about how many seconds a test that asks for it takes of it: fixtures by their names."""

Once = Callable[[str, Callable[[Path], object]], Path]


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Makes a folder by its name: one of the processes that run tests does, the others wait for it."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own

    def made(name: str, make: Callable[[Path], object]) -> Path:
        with (shared / f"{name}.lock").open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (shared / name).is_dir():
                shutil.rmtree(shared / f"{name}.part", ignore_errors=True)
                (shared / f"{name}.part").mkdir()
                make(shared / f"{name}.part")
                (shared / f"{name}.part").rename(shared / name)
        return shared / name

    return made


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks the tests that take a browser or build a site, and lets the files that take longest begin."""
    cost: Counter[Path] = Counter()
    for item in items:
        asked = WHOLE.keys() & set(getattr(item, "fixturenames", ()))
        if asked:
            item.add_marker("whole")
        cost[item.path] += sum(WHOLE[name] for name in asked)
    items.sort(key=lambda item: -cost[item.path])


def checked_out(folder: Path) -> None:
    """The project, to be built as it stands: what its builds keep is kept in the checkout, for the next run."""
    copy_of(folder, kept=())
    (ROOT / ".cache").mkdir(exist_ok=True)
    (folder / ".cache").symlink_to(ROOT / ".cache")


@pytest.fixture(scope="session")
def checkout(once: Once) -> Path:
    return once("whole", checked_out)


@pytest.fixture(scope="session")
def site(checkout: Path, once: Once) -> Path:
    """The real site, built as `make build` builds it for an address."""
    return once("site", lambda folder: built(checkout, folder))


@pytest.fixture(scope="session")
def edition() -> Edition:
    """The real edition, read from docs/ and references.bib."""
    return real.edition()


@pytest.fixture(scope="session")
def edition_made(once: Once) -> Made:
    """A copy of the project in which an edition was made, and what was said."""

    def make(folder: Path) -> None:
        done = make_edition(copy_of(folder / "project"), DAY)
        assert done.returncode == 0, done.stderr
        (folder / "said.json").write_text(json.dumps([done.stdout, done.stderr]))

    folder = once("edition", make)
    return Made(folder / "project", *json.loads((folder / "said.json").read_text()))


@pytest.fixture(scope="session")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Copies:
    """Makes a copy of the project at each call."""
    return lambda: copy_of(tmp_path_factory.mktemp("copy"))


@pytest.fixture
def copy(copies: Copies) -> Path:
    """A copy of the project that a test may spoil."""
    return copies()


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A copy of what people write, which a test may spoil: to be read, not to be built."""
    root = written(tmp_path / "papers")
    (root / "overrides").symlink_to(ROOT / "overrides")
    return root


@pytest.fixture(scope="session")
def small_copies(tmp_path_factory: pytest.TempPathFactory) -> Copies:
    """Makes a copy of the made-up project at each call."""
    return lambda: made_up_project.project(tmp_path_factory.mktemp("small"))


@pytest.fixture
def small(small_copies: Copies) -> Path:
    """A copy of the made-up project that a test may spoil."""
    return small_copies()


@pytest.fixture(scope="session")
def small_site(once: Once) -> Path:
    """The site of the made-up project, as it stands."""

    def make(folder: Path) -> None:
        built(made_up_project.project(folder / "project"), folder / "site")

    return once("small", make) / "site"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address of the real site, served."""
    with serving(site) as base:
        yield base


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A real browser; where there is none, the test fails with what to install."""
    sandbox = [] if os.geteuid() else ["--no-sandbox"]
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=str(finder.executable()),
            args=[*sandbox, "--disable-gpu", "--disable-background-networking", "--disable-sync"],
        )
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def tabs(chromium: Browser) -> Tabs:
    """The browser's tabs, in each of which a fault fails the test."""
    return Tabs(chromium)


@pytest.fixture
def tab(tabs: Tabs, address: str) -> Iterator[Page]:
    """A tab at no page yet; a fault on a page of the site fails the test."""
    with tabs.visiting(address) as opened:
        yield opened
