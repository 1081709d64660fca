"""Builds a project as `mkdocs build` does, and prints the processor's seconds in each of its steps as JSON.

A step is what one hook does in all its events, with the programs that it runs, or the templates; the rest is MkDocs'
own. What else the machine does meanwhile takes no time of the processor's from these.
"""

import functools
import json
import logging
import resource
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.commands.build import build
from mkdocs.config import load_config

REST, TEMPLATES, WHOLE = "MkDocs", "templates", "whole"


def now() -> float:
    """The processor's time of this process and of those that it has run, in seconds."""
    used = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


class Clock:
    """The time of each step, without that of the steps inside it."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self.within = [REST]
        self.since = now()

    def turn(self) -> None:
        until = now()
        self.spent[self.within[-1]] += until - self.since
        self.since = until

    def timed(self, step: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(function)
        def call(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever the function takes
            self.turn()
            self.within.append(step)
            try:
                return function(*arguments, **named)
            finally:
                self.turn()
                self.within.pop()

        return call


def main(site: str) -> None:
    logging.basicConfig(level=logging.WARNING)
    clock = Clock()
    config = load_config("mkdocs.yml", site_dir=site)
    events = config.plugins.events
    for methods in events.values():
        methods[:] = [clock.timed(step_of(method), method) for method in methods]
    jinja2.Template.render = clock.timed(TEMPLATES, jinja2.Template.render)  # type: ignore[method-assign]
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    config.plugins.on_shutdown()
    clock.turn()
    print(json.dumps(clock.spent | {WHOLE: sum(clock.spent.values())}))


def step_of(method: Callable[..., Any]) -> str:
    """The name of the hook or plugin whose event a function answers."""
    owner = getattr(method, "__self__", None)
    code = getattr(method, "__code__", None)
    return type(owner).__name__ if owner else Path(code.co_filename).stem if code else REST


if __name__ == "__main__":
    main(*sys.argv[1:])
