"""The host's pages in a real browser: what runs, what is fetched, what fits."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from .running import RunningHost, free_port
from .toy import HOSTILE

pytestmark = pytest.mark.browser

LESSON = "/lecon/lesson-1/"


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    host = RunningHost(tmp_path_factory.mktemp("browser"), free_port())
    yield f"http://127.0.0.1:{host.port}"
    host.kill()


@pytest.fixture
def phone(chromium):
    """A page on a small phone; `page.complaints` collects what its console says."""
    context = chromium.new_context(viewport={"width": 360, "height": 640}, has_touch=True)
    page = context.new_page()
    page.complaints = []
    page.on("console", lambda message: page.complaints.append(message.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    yield page
    context.close()


def test_a_block_is_started_with_its_element_and_arguments(phone, served):
    fetched = []
    phone.on("request", lambda request: fetched.append(request.url))
    phone.goto(served + LESSON)
    block = phone.locator("[data-init=Toy]")
    assert block.get_attribute("data-started") == HOSTILE
    assert block.get_attribute("data-url") == "/h/lesson-1/plain/a/b?c=d"
    assert len(fetched) == 4, fetched
    assert phone.complaints == []


def test_a_block_can_save_with_the_token_of_the_page(phone, served):
    phone.goto(served + LESSON)
    status = phone.evaluate(
        """() => fetch('/h/lesson-1/bump/', {
            method: 'POST', body: '{}', credentials: 'same-origin',
            headers: {'X-CSRFToken': document.cookie.match(/csrftoken=([^;]+)/)[1]},
        }).then(answer => answer.status)"""
    )
    assert status == 200
    assert "pasapas_learner" not in phone.evaluate("document.cookie")
    phone.reload()
    assert "count=1" in phone.inner_text("main")


def test_leaving_takes_along_what_waits_on_the_phone(phone, served):
    phone.goto(served + LESSON)
    phone.evaluate("localStorage.setItem('waiting', 'work of the first person')")
    phone.click("text=Une autre personne commence")
    assert phone.evaluate("localStorage.length") == 1
    phone.click("text=Oui, une autre personne commence")
    phone.wait_for_url(served + "/")
    assert phone.evaluate("localStorage.length") == 0
    phone.go_back()
    phone.go_back()
    assert "count=0" in phone.inner_text("main")


@pytest.mark.parametrize("path", ["/", LESSON, "/lecon/lesson-4/", "/personne/", "/nowhere"])
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_pages_fit_and_can_be_touched(chromium, served, path, width):
    context = chromium.new_context(viewport={"width": width, "height": 640})
    page = context.new_page()
    page.goto(served + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for target in page.locator(".host-button, .host-card").all():
        box = target.bounding_box()
        assert min(box["width"], box["height"]) >= 48
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= 18
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/", "/personne/"])
def test_pages_pass_axe_with_strong_contrast(chromium, served, path, scheme):
    context = chromium.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(served + path)
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "wcag2aaa", "best-practice"]
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": tags}})
    assert [item["id"] for item in found.response["violations"]] == []
    assert len(found.response["passes"]) > 10
    context.close()
