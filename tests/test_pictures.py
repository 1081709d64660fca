"""The picture test compares rightly, on made-up pictures; the README's screenshot is there, wide and light enough."""

from pathlib import Path

import pytest
from PIL import Image

import pictures
from pictures import Finding

WHITE, RED = (255, 255, 255), (200, 0, 0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for pictures, with the two that are compared in it."""
    for name in ("accepted", "now"):
        (tmp_path / name).mkdir()
    return tmp_path


def paint(file: Path, *changed: tuple[int, int], size: tuple[int, int] = (20, 10)) -> None:
    """A white picture with some red pixels."""
    picture = Image.new("RGB", size, WHITE)
    for pixel in changed:
        picture.putpixel(pixel, RED)
    picture.save(file)


def compared(folder: Path) -> list[Finding]:
    return pictures.compare(folder / "accepted", folder / "now", folder / "difference")


def said(folder: Path) -> list[str]:
    return [str(finding) for finding in compared(folder)]


def test_equal_pictures_are_not_reported(folder: Path) -> None:
    paint(folder / "accepted" / "home.png", (3, 4))
    paint(folder / "now" / "home.png", (3, 4))
    assert said(folder) == []


def test_equal_pixels_in_another_file_are_not_reported(folder: Path) -> None:
    paint(folder / "accepted" / "home.png")
    Image.new("RGB", (20, 10), WHITE).save(folder / "now" / "home.png", compress_level=0)
    assert said(folder) == []


def test_one_changed_pixel_is_reported_with_its_share_and_box(folder: Path) -> None:
    paint(folder / "accepted" / "home.png")
    paint(folder / "now" / "home.png", (3, 4))
    assert said(folder) == ["changed home: 0.50% of pixels, in 1×1 at 3,4"]


def test_the_box_holds_every_change(folder: Path) -> None:
    paint(folder / "accepted" / "home.png", (2, 1))
    paint(folder / "now" / "home.png", (6, 8))
    assert said(folder) == ["changed home: 1.00% of pixels, in 5×8 at 2,1"]


def test_a_share_that_rounds_to_zero_is_not_printed_as_zero(folder: Path) -> None:
    paint(folder / "accepted" / "home.png", size=(200, 100))
    paint(folder / "now" / "home.png", (3, 4), size=(200, 100))
    assert said(folder) == ["changed home: under 0.01% of pixels, in 1×1 at 3,4"]


def test_another_size_is_reported_and_missing_pixels_count_as_changed(folder: Path) -> None:
    paint(folder / "accepted" / "home.png", size=(20, 10))
    paint(folder / "now" / "home.png", size=(20, 16))
    told = "changed home: 37.50% of pixels, in 20×6 at 0,10; 20×10 is now 20×16"
    assert said(folder) == [told]


def test_black_beyond_the_end_counts_as_changed(folder: Path) -> None:
    Image.new("RGB", (20, 5), "black").save(folder / "accepted" / "home.png")
    Image.new("RGB", (20, 10), "black").save(folder / "now" / "home.png")
    assert [finding.box for finding in compared(folder)] == [(0, 5, 20, 10)]


def test_new_and_missing_pictures_are_reported(folder: Path) -> None:
    paint(folder / "accepted" / "old.png")
    paint(folder / "now" / "young.png")
    assert said(folder) == ["gone    old", "new     young"]


def test_a_difference_is_red_where_it_is_and_grey_elsewhere(folder: Path) -> None:
    paint(folder / "accepted" / "home.png", size=(40, 40))
    paint(folder / "now" / "home.png", (20, 20), size=(40, 40))
    compared(folder)
    drawn = Image.open(folder / "difference" / "home.png").convert("RGB")
    assert drawn.getpixel((20, 20)) == (208, 0, 32)
    assert drawn.getpixel((2, 2)) == (253, 253, 253)


def test_the_page_shows_what_changed_and_lists_the_rest(folder: Path) -> None:
    paint(folder / "accepted" / "home.png")
    paint(folder / "now" / "home.png", (3, 4))
    paint(folder / "now" / "young.png")
    pictures.report(folder)
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert "<h1>2 pictures, 1 changed, 1 new, 0 gone</h1>" in page
    for name in ("now/home.png", "accepted/home.png", "difference/home.png", "now/young.png"):
        assert f'"{name}"' in page and (folder / name).is_file()


def test_after_accepting_nothing_is_reported(folder: Path) -> None:
    paint(folder / "accepted" / "old.png")
    paint(folder / "now" / "young.png")
    pictures.accept(folder)
    assert said(folder) == []


def test_without_pictures_there_is_nothing_to_accept(tmp_path: Path) -> None:
    paint(tmp_path / "old.png")
    with pytest.raises(SystemExit, match="Nothing to accept; first: make pictures"):
        pictures.accept(tmp_path)
    assert (tmp_path / "old.png").is_file()


def test_every_view_has_a_name_of_its_own() -> None:
    files = [view.file for view in pictures.READ + pictures.TOUCHED]
    assert len(set(files)) == len(files)


def test_the_screenshot_of_the_readme_is_wide_and_light_enough() -> None:
    readme = (pictures.ROOT / "README.md").read_text(encoding="utf-8")
    assert f"]({pictures.SCREENSHOT.relative_to(pictures.ROOT).as_posix()})" in readme
    assert pictures.SCREENSHOT.is_file(), "there is no screenshot; run: make screenshot"
    assert pictures.SCREENSHOT.stat().st_size < 150_000
    with Image.open(pictures.SCREENSHOT) as picture:
        assert (picture.format, picture.size) == ("PNG", (1280, 800))
