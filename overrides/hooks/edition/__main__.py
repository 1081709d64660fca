"""The commands of the edition, run in the folder of its project."""

import os
import sys
from argparse import ArgumentParser
from pathlib import Path

from edition.keep import publishing
from edition.keep.address_tables import REGISTER
from edition.keep.registering import add_new
from edition.problems import Problems
from edition.read.project import read_project, read_values, settings_text
from edition.read.typed_settings import faults_as_typed
from edition.reading import read_library


def main(*arguments: str) -> int:
    """Runs a command, and gives its exit status. Raises SystemExit where there is no such command."""
    parser = ArgumentParser(prog="python -m edition", description=__doc__)
    commands = parser.add_subparsers(required=True, dest="command", metavar="COMMAND")
    commands.add_parser("check", help="say what is wrong in all that a build reads, without one")
    commands.add_parser("settings", help="say what is wrong, where MkDocs cannot read its settings")
    named = commands.add_parser("register", help="add to the register what a built site has anew")
    named.add_argument("site", metavar="SITE", help="the folder of the site", type=Path)
    dated = commands.add_parser("publish", help="freeze the edition of a day")
    dated.add_argument("date", metavar="DATE", help="the day, such as 2026-11-24")
    options = parser.parse_args(arguments)
    match options.command:
        case "check":
            return check(Path.cwd())
        case "settings":
            return settings(Path.cwd())
        case "register":
            return register(Path.cwd(), options.site)
        case _:
            return publishing.main(options.date)


def check(root: Path) -> int:
    """Prints every mistake that would stop a build; the exit status."""
    problems = Problems()
    project = read_project(root, os.environ, problems)
    edition = read_library(project, problems).edition if project else None
    pages, sources = (len(edition.pages), len(edition.sources)) if edition else (0, 0)
    return outcome(problems, f"No mistakes in {pages} pages and {sources} sources")


def settings(root: Path) -> int:
    """Prints every mistake where MkDocs would stop at mkdocs.yml and say so in its own words; the exit status."""
    problems = Problems()
    text = settings_text(root, problems)
    read_values(text, os.environ, problems)
    problems += faults_as_typed(text)
    return check(root) if problems else 0


def register(root: Path, site: Path) -> int:
    """Adds a site's new addresses to the register, and prints them; the exit status."""
    problems = Problems()
    new = add_new(root, site, problems)
    added = (f"  {address}" for address in new)
    return outcome(problems, "\n".join([f"{REGISTER}: {len(new)} new", *added]))


def outcome(problems: Problems, done: str) -> int:
    """Prints each problem on a line, or else what was done; the exit status."""
    lines = problems.report()
    for line in lines:
        print(line, file=sys.stderr)
    if not lines:
        print(done)
    return bool(lines)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
