"""Makes what the panel, the briefing and the previews hand out: each paragraph's words, citation and sources.

Script files and not JSON, fetched on demand, so that they work from a folder on disk as well.
"""

import hashlib
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from jinja2 import Environment
from markdown.extensions.toc import slugify
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as SitePage

from edition.contents.addressed_texts import addressed, script_of
from edition.contents.handed_out import Material, all_parts, name_of
from edition.model import Edition
from edition.write.forms import Forms, StandIn, source_forms
from edition.write.html import COPIED, Html, spoken
from edition.write.markup import as_markup

FOLDER = "assets/javascripts/texts"


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Adds the files, and puts their addresses into `config.extra.copy_texts`.

    All carry the fingerprint of the whole: whoever knows the address of one knows those of the others.
    """
    scripts = {name: script_of(tables) for name, tables in all_parts(material(env, config))}
    stamp = hashlib.sha256("".join(scripts.values()).encode()).hexdigest()[:8]
    config.extra["copy_texts"] = {name: f"{FOLDER}/{name}.{stamp}.js" for name in scripts}
    for name, address in config.extra["copy_texts"].items():
        files.append(File.generated(config, address, content=scripts[name]))
    return env


def on_page_context(
    context: dict[str, Any], page: SitePage, config: MkDocsConfig, **_: object
) -> dict[str, Any]:
    """Hands a page the address of what its panel needs; a page that has no citation needs what holds for all."""
    made = config.extra["copy_texts"]
    edition: Edition = config["edition"]
    own = edition.page_of(page.file.src_uri)
    context["copy_texts"] = made[f"panel/{name_of(own)}" if own else "edition"]
    return context


def material(env: Environment, config: MkDocsConfig) -> Material:
    edition = addressed(config["edition"])
    report = report_address(edition)
    panel = env.get_template("partials/copy-panel.html")
    return Material(
        edition,
        config["references"],
        forms_of(edition, config),
        html_of(config),
        as_markup(panel.render(report=report, briefing=config.extra.get("briefing"))),
        slugify(config.extra["short_title"], "-"),
        config.get("editions", ()),
    )


def forms_of(edition: Edition, config: MkDocsConfig) -> dict[str, Forms]:
    """Each source's reference in its forms, by its key."""
    references = config["references"].in_full
    entries, html = edition.entries, html_of(config)
    return {
        source.key: source_forms(
            source, references[source.key], entries[source.key], edition.words, html
        )
        for source in edition.sources
    }


def html_of(config: MkDocsConfig) -> Html:
    """How text that is copied is written."""
    return replace(COPIED, text=spoken(config["foreign_names"]))


def report_address(edition: Edition) -> str:
    """Where an error is reported, with stand-ins for what the report is about; empty where nowhere is set.

    A mail gets a subject and a body (RFC 6068), a form the parameters that GitHub and Forgejo read.
    """
    report_url = edition.settings.report_url
    if not report_url:
        return ""
    name = "subject" if report_url.startswith("mailto:") else "title"
    title = quote(edition.words.handed_out.report.format(title=StandIn.TITLE))
    base, hash_sign, fragment = report_url.partition("#")
    sign = "&" if "?" in base else "?"
    return f"{base}{sign}{name}={title}&body={StandIn.ADDRESS}{hash_sign}{fragment}"
