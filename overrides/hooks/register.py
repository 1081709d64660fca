"""Holds what was built to the register: what was published once stands where it stood, or leads to where it is.

Runs last, over the finished folder, so that it sees what hosts will serve, whichever view made it. What is new
stops no build: `make test` asks for `make register`.
"""

import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

from edition.problems import Problems
from edition.published import frozen_editions, published
from edition.register import problems_of

log = logging.getLogger("mkdocs.hooks.register")


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    problems = Problems()
    frozen = frozen_editions(Path(config.docs_dir), problems)
    site = published(Path(config.site_dir))
    problems.extend(problems_of(config["register"], config["redirects"], site, frozen))
    lines = problems.report()
    for line in lines:
        log.error(line)
    if lines:
        raise PluginError(f"{len(lines)} mistake(s), listed above. What was built must not go out.")
