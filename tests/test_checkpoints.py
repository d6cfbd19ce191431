"""Trained weights: what was saved is loaded again, and an unknown name is refused in words."""

import numpy as np
import pytest

from log2attn.learn import checkpoints


@pytest.fixture
def weights(monkeypatch: pytest.MonkeyPatch, tmp_path):
    monkeypatch.setattr(checkpoints, "files", lambda _package: tmp_path)
    return tmp_path / "weights"


def test_what_was_saved_is_loaded(weights) -> None:
    """Arrays come back by name as float32; saving the same again leaves the same bytes."""
    arrays = {"E": np.linspace(0, 1, 6).reshape(2, 3), "0.Wq": np.eye(2)}
    path = checkpoints.save("gpt-test", arrays, weights)
    before = path.read_bytes()
    assert checkpoints.save("gpt-test", arrays, weights).read_bytes() == before
    loaded = checkpoints.load("gpt-test")
    assert list(loaded) == ["E", "0.Wq"]
    assert all(array.dtype == np.float32 for array in loaded.values())
    assert np.allclose(loaded["E"], arrays["E"])
    assert checkpoints.available() == ["gpt-test"]


def test_an_unknown_model_is_named(weights) -> None:
    """Asking for a model the course does not ship says which ones it does."""
    with pytest.raises(LookupError, match="It has: none yet"):
        checkpoints.load("gpt-5")
    checkpoints.save("gan-bell", {"W": np.ones(1)}, weights)
    with pytest.raises(LookupError, match=r"no model called 'gpt-5'\. It has: gan-bell"):
        checkpoints.load("gpt-5")
