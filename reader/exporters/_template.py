"""Templates: the bundled ones, and those that a reader put in their place."""

from __future__ import annotations

import re
import traceback
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import KnownError
from reader.exporters._markdown import quoted
from reader.phrases import Phrase

if TYPE_CHECKING:
    import jinja2

_NOTES = "notes.md.j2"
_FAULTS = (ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)
"""What Python may raise for what a template asks of it."""


@cache
def bundled_template(*, callouts: bool = False) -> jinja2.Template:
    """What stands in each block of exported notes, where the reader has no wish of their own."""
    from jinja2 import PackageLoader

    environment = _environment(PackageLoader("reader.resources", "templates"))
    return environment.get_template(_NOTES, globals={"callouts": callouts})


@cache
def document_template(name: str) -> jinja2.Template:
    """A whole page of a document in HTML; what goes in is escaped by the template."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("reader.resources", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    ).get_template(name)


def notes_template(config: Path, *, callouts: bool = False) -> jinja2.Template:
    """The reader's own `templates/notes.md.j2` in the folder `config`, or the bundled one.

    With `callouts` it is asked to make each block one of Obsidian's, in the mark's colour.
    Raises KnownError, naming the file and the line, where it cannot be read.
    """
    from jinja2 import FileSystemLoader, TemplateSyntaxError

    folder = config / "templates"
    file = folder / _NOTES
    if not file.exists():
        return bundled_template(callouts=callouts)
    try:
        environment = _environment(FileSystemLoader(folder))
        return environment.get_template(_NOTES, globals={"callouts": callouts})
    except TemplateSyntaxError as fault:
        raise _error(file, fault.lineno, fault.message) from fault
    except UnicodeDecodeError as fault:
        raise KnownError(Phrase("The template {file} is not UTF-8.", file=file)) from fault
    except OSError as fault:
        raise KnownError(
            Phrase(
                "The template {file} cannot be read: {strerror}.",
                file=file,
                strerror=fault.strerror,
            )
        ) from fault


def filled(template: jinja2.Template, **values: object) -> str:
    """The template's text with one empty line where there are more, and none at its ends.

    Raises KnownError, naming the file and the line, where it asks for what there is not.
    """
    try:
        text = template.render(**values)
    except Exception as fault:
        from jinja2 import TemplateError  # not at every block

        if not isinstance(fault, (TemplateError, *_FAULTS)):
            raise
        file = template.filename or _NOTES
        places = [at for at in traceback.extract_tb(fault.__traceback__) if at.filename == file]
        raise _error(Path(file), places[-1].lineno if places else None, str(fault)) from fault
    return re.sub(r"\n\s*\n", "\n\n", text).strip("\n")


def _environment(loader: jinja2.BaseLoader) -> jinja2.Environment:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(loader=loader, undefined=StrictUndefined)
    environment.filters["quoted"] = quoted
    return environment


def _error(file: Path, line: int | None, reason: str | None) -> KnownError:
    where = f"{file}, line {line}" if line else str(file)
    return KnownError(
        Phrase(
            "The template {where}: {rstrip}.",
            where=where,
            rstrip=(reason or "it is wrong").rstrip("."),
        ),
        Phrase("Correct it, or move it away to use the one that comes with Lesepult."),
    )
