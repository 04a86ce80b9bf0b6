"""pytest, in which a skipped test is a failure: nothing passes that has not been run."""

from __future__ import annotations

import sys

import pytest


class NothingIsSkipped:
    """Makes a run fail that would have passed with tests left out. `-ra` names them."""

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        reporter = session.config.pluginmanager.get_plugin("terminalreporter")
        if reporter.stats.get("skipped") and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED
            reporter.ensure_newline()
            reporter.write_line("Tests were skipped: here that is a failure.", red=True)


sys.exit(pytest.main(sys.argv[1:], plugins=[NothingIsSkipped()]))
