"""Reads the register of all published addresses, and the redirects from those that moved."""

import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

from edition.problems import Problems
from edition.read.address_tables import REDIRECTS, REGISTER, read_redirects, read_register
from edition.read.front_matter import decoded

log = logging.getLogger("mkdocs.hooks.addresses")


@event_priority(80)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Puts the register into `config.register` and the redirects into `config.redirects`."""
    root, problems = Path(config.config_file_path).parent, Problems()
    current = config["edition"].settings.number
    register, redirects = (text_of(root, file, problems) for file in (REGISTER, REDIRECTS))
    if register is not None:
        config["register"] = read_register(register, current, problems)
    if redirects is not None:
        config["redirects"] = read_redirects(redirects, problems)
    for line in problems.report():
        log.error(line)
    if problems:
        raise PluginError(f"{len(problems)} mistake(s), listed above. Nothing was built.")
    return config


def text_of(root: Path, file: str, problems: Problems) -> str | None:
    """The text of a table; None where the file cannot be read."""
    try:
        return decoded((root / file).read_bytes(), file, problems)
    except OSError as error:
        mend = f"get the file back: git checkout {file}"
        problems.add(file, 0, f"cannot be read: {error.strerror}", mend)
        return None
