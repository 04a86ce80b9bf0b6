import pytest

from .assessments import assessment_host
from .host import Host


@pytest.fixture
def host() -> Host:
    """A platform with one self-assessment; tests of other blocks have one of their own."""
    return assessment_host()
