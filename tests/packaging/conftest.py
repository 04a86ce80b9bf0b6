import pytest
from clean_room import CleanRoom, build_wheel


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    return build_wheel(tmp_path_factory.mktemp("built"))


@pytest.fixture(scope="session")
def room(wheel, tmp_path_factory):
    return CleanRoom.with_wheel(tmp_path_factory.mktemp("room"), wheel)
