"""Pages put together from compressed parts are what any browser can unpack."""

from __future__ import annotations

import gzip

import pytest

from pasapas.workshop.compression import Part, gzipped

LONG = "Vous répondez à une offre d'emploi. « é » 😀 " * 500


@pytest.mark.parametrize(
    "texts", [[""], ["a"], ["a", "", "b"], [LONG, "court", LONG], [LONG * 20], ["\0", "<>" * 9999]]
)
@pytest.mark.parametrize("once", [True, False])
def test_the_parts_are_one_gzip_file(texts, once):
    packed = gzipped([Part(text, once) for text in texts])
    assert gzip.decompress(packed) == "".join(texts).encode("utf-8")


def test_what_many_get_is_compressed_well():
    assert len(gzipped([Part(LONG)])) < len(LONG.encode()) / 20


def test_a_part_of_one_learner_is_not_kept():
    from pasapas.workshop import compression

    before = compression._deflate_well.cache_info().currsize
    gzipped([Part("only mine", once=True)])
    assert compression._deflate_well.cache_info().currsize == before
