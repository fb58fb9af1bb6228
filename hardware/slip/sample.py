"""A slip for a test print: every script a hall may have, and nobody's ticket."""

from __future__ import annotations

from hardware.slip.slip import Slip


def sample(time: str, machine: str = "test-print") -> Slip:
    """Return a slip in Chinese, Tibetan and English; ``time`` is printed as it is."""
    return Slip(
        hall=(
            "拉萨市级政务服务大厅",
            "ལྷ་ས་གྲོང་ཁྱེར་རིམ་པའི་སྲིད་དོན་ཞབས་ཞུའི་ཚོམས་ཆེན།",
            "Lhasa City Government Service Hall",
        ),
        mark=("测试", "TEST"),
        service=("社会保障", "སྤྱི་ཚོགས་འགན་སྲུང་།", "Social security"),
        number="A017",
        windows=("3–8号窗口", "སྒེའུ་ཁུང་ཨང་ 3–8", "Windows 3–8"),
        place=("2楼 · 社会保障区", "ཐོག་ཚེགས་གཉིས་པ། སྤྱི་ཚོགས་འགན་སྲུང་ཁུལ།", "Floor 2 · Social security zone"),
        ahead=("前面还有 12 人", "མདུན་ལ་མི་ 12 འདུག", "12 people ahead"),
        wait=("约 15–25 分钟", "སྐར་མ་ 15–25 ཙམ།", "About 15–25 minutes"),
        time=time,
        passed_rule=(
            "过号后请到导服台恢复排队，不必重新取号。",
            "ཨང་རྟགས་འདས་ན་ལམ་སྟོན་ཞབས་ཞུའི་ཅོག་ཙེར་ཕེབས་རོགས་གནང་།",
            "Missed your call? Ask at the guide desk; you need no new ticket.",
        ),
        qr="http://10.0.0.8:8400/t/test-print-no-ticket",
        qr_text=("扫码看排队进度", "Scan to see your place"),
        phone="服务电话 0891-0000000",
        machine=machine,
    )
