import pytest
from opened import Visitor, Workbench


@pytest.fixture(scope="session")
def workbench(tmp_path_factory):
    opened = Workbench(tmp_path_factory.mktemp("workbench"))
    try:
        opened.wait()
        yield opened
    finally:
        opened.close()


@pytest.fixture
def visitor(workbench):
    return Visitor(workbench.address)
