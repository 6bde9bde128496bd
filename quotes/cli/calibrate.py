"""`quotes models calibrate`: fit the confidence to annotated articles that no model was trained on."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Context, Option

from quotes.cli.session import session_of

if TYPE_CHECKING:
    from quotes.evaluation.fitting import Sample
    from quotes.evaluation.gold import GoldDocument

DOUBT = 0.05
"""The rules were written with the annotated articles in view, so that fewer answers are right elsewhere; how
many is not known before other articles are annotated: one in twenty is a guess."""
EXAMPLES = ("quotes models calibrate gold/train --output weights.json",)


def calibrate(
    context: Context,
    gold: Annotated[
        list[Path], Argument(help="Folders with NAME.txt and NAME.gold.json.", show_default=False)
    ],
    output: Annotated[
        Path, Option("--output", "-o", help="The file of weights to write.", show_default=False)
    ],
) -> None:
    """Fit the weights of the confidence, and say how well they do on articles left out of the fit."""
    consoles = session_of(context).consoles
    from quotes.cli.progress import progress
    from quotes.evaluation.calibration import calibration
    from quotes.evaluation.fitting import fit, held_out
    from quotes.evaluation.gold import read_gold

    documents = [document for folder in gold for document in read_gold(folder)]
    samples: dict[str, list[Sample]] = {"claims": [], "quotes": []}
    with progress(consoles, len(documents)) as meter:
        for document in documents:
            meter.begin(document.name)
            for family, sample in _samples(document):
                samples[family].append(sample)
            meter.advance()
    for family, found in samples.items():
        figures = calibration(list(held_out(found)))
        consoles.say(f"{family}, on articles left out: {json.dumps(figures)}")
    weights = {family: fit(found, DOUBT) for family, found in samples.items()}
    output.write_text(json.dumps(weights, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def _samples(document: "GoldDocument") -> "Iterator[tuple[str, Sample]]":
    """The statements found in an annotated document, with whether each is one and its speaker right."""
    from quotes.evaluation.answers import answers_of
    from quotes.evaluation.fitting import Sample
    from quotes.evaluation.quotations import judge, task_of
    from quotes.evaluation.report import claim_judgements, quote_judgements
    from quotes.parsing import parse
    from quotes.parsing.confidence import family_of, features
    from quotes.reports.records import parse_record
    from quotes.sources import read

    found = parse(read(document.path)[0])
    answers = answers_of(parse_record(found, document.name), len(document.text))
    quotes = quote_judgements(judge(task_of(document, 1), answers.quotes))
    right = {
        (answer.span, answer.kind): verdict
        for answer, verdict in (*quotes, *claim_judgements(document, answers))
    }
    for statement in (*found.quotes, *found.claims):
        verdict = right.get((statement.source_span or (-1, -1), statement.kind))
        if verdict is not None and statement.nested_in is None:
            yield family_of(statement), Sample(document.name, features(statement), verdict)
