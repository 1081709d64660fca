"""Adds the icon as pictures, and tells the templates of them: not every browser takes the SVG."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from edition.look import icon

SMALL, LARGE = "favicon.ico", "assets/images/icon.png"
"""The first stands where browsers look by themselves."""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    name = config.theme["favicon"]
    svg = (Path(config.config_file_path).parent / "overrides" / name).read_bytes()
    try:
        pictures = {SMALL: icon.ico(svg), LARGE: icon.png(svg)}
    except icon.IconError as error:
        raise PluginError(f"overrides/{name}: {error}") from error
    for file, content in pictures.items():
        files.append(File.generated(config, file, content=content))
    config.extra["icons"] = {
        "small": SMALL,
        "large": LARGE,
        "data": icon.address(svg),
        "vector": icon.vector_address(svg),
    }
    return files
