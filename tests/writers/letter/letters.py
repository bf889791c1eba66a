"""An invented letter."""

from jiheng.writers.letter import Heading, Letter, Table, Words

LETTER = Letter(
    above="草稿",
    title="关于云岭市2024年度\n自评情况的通报",
    blocks=(
        Heading(text="一、报送情况"),
        Words(text="应报送 3 份，已报送 2 份 <未报 1 份>。"),
        Table(
            caption="各部门报送情况",
            head=("部门", "应报"),
            rows=(("云岭市水务局", "1"), ("云岭市教育局", "2"), ("合计", "3")),
            widths=(3, 1),
            last_is_sum=True,
        ),
    ),
    foot=("数据截至 2026-11-20",),
)
