"""Every problem that the code can find has an example, found on the right line."""

import ast
from importlib.resources import files

import pytest

from pasapas.content.problems import Severity

from .problem_examples import EXAMPLES
from .samples import places

MAKERS = {
    "problem": Severity.ERROR,
    "_report": Severity.ERROR,
    "unsafe": Severity.UNSAFE,
    "warning": Severity.WARNING,
}


def problems_of_the_source() -> dict[str, Severity]:
    """Each code that the source writes out, and how much it matters there."""
    found = {}
    for file in (*files("pasapas.content").iterdir(), *files("pasapas.assessment").iterdir()):
        # problems.py makes problems for others, of codes that they give it.
        if not file.name.endswith(".py") or file.name == "problems.py":
            continue
        for call in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(call, ast.Call):
                continue
            maker = getattr(call.func, "id", getattr(call.func, "attr", ""))
            assert maker != "Problem", f"{file.name} makes a problem that this test can't see"
            if maker in MAKERS and call.args and isinstance(call.args[0], ast.Constant):
                found[call.args[0].value] = MAKERS[maker]
    return found


SEVERITIES = problems_of_the_source()


@pytest.mark.parametrize("code", sorted(SEVERITIES))
def test_a_code_of_the_source_has_an_example(code):
    assert code in {example.code for example in EXAMPLES}


def test_an_example_has_a_code_of_the_source():
    assert {example.code for example in EXAMPLES} <= set(SEVERITIES)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.code}:{example.line}")
def test_a_document_has_its_problem_on_its_line_and_no_other(example):
    problems = example.read(example.document)
    assert sorted(places(problems)) == sorted([(example.code, example.line), *example.also])
    severities = {problem.severity for problem in problems if problem.code == example.code}
    assert severities == {SEVERITIES[example.code]}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.code}:{example.line}")
def test_problems_are_values(example):
    problems = example.read(example.document)
    assert problems == example.read(example.document)
    assert len({hash(problem) for problem in problems}) == len(set(problems))
    for problem in problems:
        assert isinstance(problem.parameters, tuple)
        assert all(isinstance(text, str) for pair in problem.parameters for text in pair)
