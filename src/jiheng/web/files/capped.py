"""How much one request may bring, asked before the first byte of it is kept."""

from typing import IO

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

MOST_BYTES = 300 * 2**20


class CappedUpload(FileUploadHandler):
    """Refuses a request that is too large; the others of its kind take what it lets through."""

    def handle_raw_input(
        self,
        input_data: IO[bytes],
        META: dict[str, str],  # noqa: N803
        content_length: int,
        boundary: str,
        encoding: str | None = None,
    ) -> tuple[QueryDict, MultiValueDict[str, UploadedFile]] | None:
        """Refuse by the stated length: no more than that is read in any case."""
        del input_data, META, boundary, encoding
        if content_length > MOST_BYTES:
            raise RequestDataTooBig(f"{content_length} > {MOST_BYTES}")
        return None

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Hand on what came."""
        del start
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leave the file to those that keep it."""
        del file_size
