import importlib.util
import stat
import subprocess
import sys
import wave

import numpy as np
import pytest

from pasapas.authoring.narration import voice
from pasapas.authoring.narration.errors import NarrationError, NoVoiceError

SENTENCE = "Le CV est joint."


def test_the_same_sentence_is_the_same_to_the_last_sample():
    pico = voice.PicoVoice()
    first = pico.speak(SENTENCE)
    pico.speak("Une autre phrase.")
    assert np.array_equal(first, pico.speak(SENTENCE))


def test_slower_than_the_engine_speaks_by_itself():
    from py_nanotts import NanoTTS

    own = len(NanoTTS().speak(SENTENCE, voice="fr-FR")) / 2
    assert len(voice.PicoVoice().speak(SENTENCE)) / own > 1.08


def test_nothing_said_is_an_error():
    with pytest.raises(NarrationError, match="ne dit rien"):
        voice.PicoVoice().speak("")


def test_what_the_engine_can_not_say_is_an_error():
    with pytest.raises(NarrationError) as caught:
        voice.PicoVoice().speak("a" * 40_000)
    assert "could not say" in caught.value.english


def without(monkeypatch, *modules):
    found = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name in modules else found(name)
    )


def test_pico_command_is_used_where_the_library_is_missing(monkeypatch, tmp_path):
    """A stand-in for `pico2wave` that keeps its arguments and writes a tone."""
    command = tmp_path / "pico2wave"
    command.write_text(
        f"#!{sys.executable}\n"
        "import sys, wave, pathlib\n"
        f"pathlib.Path({str(tmp_path / 'arguments')!r}).write_text('\\n'.join(sys.argv[1:]))\n"
        "with wave.open(sys.argv[sys.argv.index('-w') + 1], 'wb') as sound:\n"
        "    sound.setparams((1, 2, 16000, 0, 'NONE', ''))\n"
        "    sound.writeframes(b'\\x00\\x10' * 800)\n"
    )
    command.chmod(command.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(tmp_path))
    without(monkeypatch, "py_nanotts")
    chosen = voice.choose_voice()
    assert chosen.name == voice.PicoVoice.name
    assert len(chosen.speak("-x; rm")) == 800
    said = (tmp_path / "arguments").read_text().splitlines()
    assert said[:3] == ["-l", "fr-FR", "-w"]
    assert said[4] == '<speed level="85"><volume level="70">-x; rm</volume></speed>'


def test_no_voice_at_all_names_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    without(monkeypatch, "py_nanotts")
    with pytest.raises(NoVoiceError) as caught:
        voice.choose_voice()
    for message in (caught.value.french, caught.value.english):
        assert "pip install 'pasapas[authoring]'" in message


def test_a_piper_voice_without_piper(monkeypatch, tmp_path):
    without(monkeypatch, "piper")
    with pytest.raises(NoVoiceError, match="piper-tts"):
        voice.choose_voice(tmp_path / "voix.onnx")


def test_a_piper_voice_is_resampled_and_named_by_its_file(monkeypatch, tmp_path):
    """A stand-in for piper-tts with its interface of version 1."""
    model = tmp_path / "voix.onnx"
    model.write_bytes(b"model")
    (tmp_path / "voix.onnx.json").write_text("{}")
    module = type(sys)("piper")

    class Chunk:
        sample_rate = 22_050
        audio_float_array = np.full(22_050, 0.25, dtype=np.float32)

    class Engine:
        @staticmethod
        def load(path):
            assert path == str(model)
            return Engine()

        def synthesize(self, text, config):
            assert config["length_scale"] == pytest.approx(1 / 0.85)
            yield Chunk()
            yield Chunk()

    module.PiperVoice = Engine
    module.SynthesisConfig = dict
    monkeypatch.setitem(sys.modules, "piper", module)
    found = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: name if name == "piper" else found(name)
    )
    chosen = voice.choose_voice(model)
    assert chosen.name.startswith("piper-voix-")
    assert len(chosen.speak(SENTENCE)) == 32_000
    model.write_bytes(b"another model")
    assert voice.choose_voice(model).name != chosen.name


def test_the_process_of_a_sentence_can_be_run_by_hand(tmp_path):
    module = "pasapas.authoring.narration.pico_process"
    done = subprocess.run(
        [sys.executable, "-m", module, "1", "1"], input=b"Oui.", capture_output=True, check=True
    )
    with wave.open(str(tmp_path / "oui.wav"), "wb") as sound:
        sound.setparams((1, 2, 16000, 0, "NONE", ""))
        sound.writeframes(done.stdout)
    assert 0.2 < len(done.stdout) / 32_000 < 3
