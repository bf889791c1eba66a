"""A connection to DuckDB closed to all but some files."""

import duckdb


def lock(
    connection: duckdb.DuckDBPyConnection,
    paths: list[str],
    spill_folder: str,
    *,
    memory: int,
    spill: int,
) -> None:
    """Let a connection read these files and nothing else, for good.

    Args:
        connection: with the views over the files already made.
        paths: of the files.
        spill_folder: where it may write what does not fit into memory.
        memory: bytes that it may use.
        spill: bytes that it may write.
    """
    settings: tuple[tuple[str, object], ...] = (
        ("memory_limit", f"{memory >> 20}MiB"),
        ("temp_directory", spill_folder),
        ("max_temp_directory_size", f"{spill >> 20}MiB"),
        ("allowed_paths", paths),
        ("autoinstall_known_extensions", False),
        ("autoload_known_extensions", False),
        ("allow_community_extensions", False),
        ("python_enable_replacements", False),
        ("enable_external_access", False),
        ("lock_configuration", True),
    )
    for name, value in settings:
        connection.execute(f"SET {name} = ?", [value])
