"""Papers drawn for tests: sharp, dark, turned, and as PDF."""

from io import BytesIO
from random import Random

from PIL import Image, ImageDraw, ImageFont

from accord.documents.faces import FILES

SIGNS = "兹证明二〇六年七月三十一日解除劳动合同特此申请银行还款本金利息违约收入支出家庭成员医疗费用"


def specimen(lines: int = 30, *, title: str = "证明", size: tuple[int, int] = (1400, 1980)) -> Image.Image:
    """Return a paper with a title and lines of invented text."""
    random = Random(lines)  # noqa: S311  a drawing, no secret
    picture = Image.new("RGB", size, (244, 242, 236))
    draw = ImageDraw.Draw(picture)
    unit = size[0] / 1400
    face, large = (ImageFont.truetype(str(FILES["regular"]), points * unit) for points in (30, 64))
    draw.text((size[0] / 2, 120 * unit), title, fill=(20, 20, 20), font=large, anchor="mt")
    for line in range(lines):
        start = unit * (90 + 60 * (random.random() < 0.3))
        text = "".join(random.choice((random.choice(SIGNS), str(random.randrange(10**4)))) for _sign in range(16))
        draw.text((start, unit * (260 + 48 * line)), text, fill=(30, 30, 30), font=face)
    return picture


def as_bytes(picture: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    """Return a picture as a file."""
    target = BytesIO()
    picture.save(target, kind, **options)
    return target.getvalue()


def as_pdf(*pictures: Image.Image) -> bytes:
    """Return pictures as the pages of a PDF."""
    target = BytesIO()
    pictures[0].save(target, "PDF", save_all=True, append_images=pictures[1:], quality=50)
    return target.getvalue()
