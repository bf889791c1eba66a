"""Why a file was refused, where its name stands beside."""


def without_name(reason: str, name: str) -> str:
    """Return a reason without the file's name before it.

    Example:
        >>> without_name("市直/表.pdf：没有认出项目支出绩效自评表", "市直/表.pdf")
        '没有认出项目支出绩效自评表'
    """
    return reason.removeprefix(f"{name}：").removeprefix(f"{name}: ")
