"""The neural network that tells letters, behind types: PP-OCRv6 (small) run by onnxruntime.

The model and the list of its signs lie in the package ``rapidocr``; nothing of its code is run.
"""

from functools import cache
from importlib import import_module
from importlib.resources import files
from typing import Protocol, cast

from numpy import float32
from numpy.typing import NDArray

PACKAGE = "rapidocr"
MODEL = ("models", "PP-OCRv6_rec_small.onnx")

Batch = NDArray[float32]
"""Pictures × 3 equal planes × 48 rows × columns; white is 1, black is -1."""

Chances = NDArray[float32]
"""Pictures × steps from left to right × signs; the first sign says that none begins there."""


class _Described(Protocol):
    custom_metadata_map: dict[str, str]


class _Session(Protocol):
    def run(self, output_names: None, input_feed: dict[str, Batch]) -> list[Chances]: ...

    def get_modelmeta(self) -> _Described: ...


class _Options(Protocol):
    intra_op_num_threads: int
    inter_op_num_threads: int


class _Runtime(Protocol):
    """As much of onnxruntime, which tells no types, as is used."""

    def SessionOptions(self) -> _Options: ...  # noqa: N802

    def InferenceSession(  # noqa: N802
        self, model: bytes, options: _Options, providers: list[str]
    ) -> _Session: ...


class Network:
    """A model that was loaded.

    Attributes:
        signs: what each number stands for; "" for none.
    """

    def __init__(self, session: _Session, signs: tuple[str, ...]) -> None:
        self._session = session
        self.signs = signs

    def chances(self, batch: Batch) -> Chances:
        """Return how likely each sign is at each step of each picture."""
        return self._session.run(None, {"x": batch})[0]


@cache
def network() -> Network:
    """Return the one network of this process, loaded at the first call.

    Raises:
        ModuleNotFoundError: the package with the model is not installed.
    """
    runtime = cast("_Runtime", import_module("onnxruntime"))
    options = runtime.SessionOptions()
    # One file is read by one core; several files are read side by side.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    model = files(PACKAGE).joinpath(*MODEL).read_bytes()
    session = runtime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    signs = session.get_modelmeta().custom_metadata_map["character"].split("\n")
    return Network(session, ("", *signs, " "))
