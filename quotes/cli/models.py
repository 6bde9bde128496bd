"""`quotes models`: the language models, whether they are whole, which of them annotate, and training them."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from rich.table import Table
from rich.text import Text
from typer import Argument, Context, Option, Typer

from quotes.cli.calibrate import EXAMPLES as CALIBRATE_EXAMPLES
from quotes.cli.calibrate import calibrate
from quotes.cli.examples import examples
from quotes.cli.lines import MISSING, QUIET, counted
from quotes.cli.session import session_of
from quotes.display import one_line
from quotes.errors import ModelError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quotes.models.manifest import ModelFile, State

EXAMPLES = ("quotes models list", "quotes models verify", "quotes models use official")

app = Typer(
    name="models",
    add_completion=False,
    rich_markup_mode="rich",
    help="See, check, choose and train the language models.",
    epilog=examples(*EXAMPLES),
)

Row = tuple[str, Path, "ModelFile", "State"]
"""The package's name, its folder, a file of it, and what its checksum says."""


@app.command("list", epilog=examples("quotes models list"))
def list_models(context: Context) -> None:
    """List the model files: what each is for, its size, whether it is whole, where it comes from."""
    consoles = session_of(context).consoles
    from quotes.settings import models

    chosen = models()
    table = Table(box=None, pad_edge=False, header_style=QUIET)
    for column in ("Processor", "File", "Size", "State", "Package", "Licence"):
        table.add_column(column, no_wrap=column != "Licence", justify="right" if column == "Size" else "left")
    for name, folder, file, state in _rows(chosen):
        place = folder / file.path
        size = f"{place.stat().st_size:,}" if place.is_file() else ""
        style = "" if state == "ok" else MISSING
        cells = (file.processor, file.path, size, Text(state, style), name, file.licence)
        table.add_row(*(cell if isinstance(cell, Text) else Text(one_line(cell)) for cell in cells))
    consoles.show_table(table)
    consoles.say(f"In use: {one_line(chosen)}")


@app.command(epilog=examples("quotes models verify"))
def verify(context: Context) -> None:
    """Compare every model file in use with its checksum; exit code 5 where one is not as it was written."""
    consoles = session_of(context).consoles
    from quotes.settings import models

    rows = [row for row in _rows(models()) if row[0] == models()]
    for _, folder, file, state in rows:
        consoles.show(Text(one_line(str(folder / file.path))), head=Text(f"{state:<10}  "))
    bad = [file.path for _, _, file, state in rows if state != "ok"]
    if bad:
        of = f"{len(bad)} of {counted(len(rows), 'model file')}"
        raise ModelError(f"{of} cannot be relied on: {', '.join(bad)}; reinstall quotes")
    consoles.say(f"{counted(len(rows), 'model file')}, all as they were written")


@app.command(epilog=examples("quotes models use official", "quotes models use quotes"))
def use(
    context: Context,
    package: Annotated[
        str, Argument(metavar="quotes|official", help="Ours, or Stanza's official English package.")
    ],
) -> None:
    """Choose whose tokenizer and names are used; "official" is a download of a few hundred megabytes."""
    consoles = session_of(context).consoles
    from quotes.settings import MODELS_VARIABLE, OFFICIAL_MODELS, OWN_MODELS, choose_models, official_folder

    if package not in (OWN_MODELS, OFFICIAL_MODELS):
        raise UsageError(f"there are {OWN_MODELS} and {OFFICIAL_MODELS}; {MODELS_VARIABLE} may name a folder")
    if package == OFFICIAL_MODELS:
        from quotes.models.official import download_official

        consoles.say(f"Downloading Stanza's English package to {one_line(str(official_folder()))}")
        download_official(official_folder())
    file = choose_models(package)
    consoles.say(f"{package} is in use from now on (written to {one_line(str(file))})")


@app.command(
    epilog=examples("quotes models train --corpora DIR --encoder DIR --keep-out DIR --out DIR"),
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
)
def train(
    context: Context,
    options: Annotated[bool, Option("--options", help="List the recipe's options.")] = False,
) -> None:
    """Train our package again from open corpora; takes the recipe's options.

    It takes hours on a processor core and is taken up again where it was interrupted; --options says what
    each model costs.
    """
    from quotes.models.recipe.__main__ import main

    code = main(["--help"] if options else list(context.args))
    if code:
        raise ModelError("the training did not finish; the lines above say why")


app.command(epilog=examples(*CALIBRATE_EXAMPLES))(calibrate)


def _rows(chosen: str) -> "Iterator[Row]":
    """The files of our package, of the official one if it is there, and of the one in use."""
    from quotes.models.manifest import files_of
    from quotes.paths import model_package
    from quotes.settings import OFFICIAL_MODELS, OWN_MODELS, models_folder, official_folder

    folders = {OWN_MODELS: model_package(), chosen: models_folder()}
    if official_folder().is_dir():
        folders[OFFICIAL_MODELS] = official_folder()
    for name, folder in folders.items():
        if name == chosen or folder.is_dir():
            for file in files_of(folder):
                yield name, folder, file, file.state(folder)
