#!/usr/bin/env python3
"""Makes golden/augment: what Albumentations gives for given parameters, of an image drawn here, with a box and key points.
Run with albumentations 2.0.8, opencv-python-headless 5.0.0.93, numpy 2.2.6:
    python tests/golden/make_augment.py
"""
import json
import pathlib

import albumentations as A
import cv2
import numpy as np
from albumentations.augmentations.dropout import functional as dropout

here = pathlib.Path(__file__).parent / "augment"
here.mkdir(exist_ok=True)
height, width = 40, 56
y, x = np.mgrid[0:height, 0:width]
image = np.stack([x * 255 // (width - 1), y * 255 // (height - 1), (x * 7 + y * 11) % 256], axis=2).astype(np.uint8)
image[8:20, 10:30] = (220, 40, 90)
image[22:36, 34:50] = (30, 200, 60)
image[2:6, 40:54] = (128, 128, 128)
boxes, points = [[10, 8, 30, 20], [34, 22, 50, 36]], [[12, 10], [45, 30]]


def save(name, pixels):
    cv2.imwrite(str(here / f"{name}.png"), cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR))


cases = []


def case(name, transform, **given):
    composed = A.Compose([transform], bbox_params=A.BboxParams("pascal_voc", label_fields=["labels"]),
                         keypoint_params=A.KeypointParams("xy", remove_invisible=False))
    made = composed(image=image, bboxes=boxes, labels=list(range(len(boxes))), keypoints=points)
    save(name, made["image"])
    cases.append({"name": name, **given, "boxes": [list(map(float, box[:4])) for box in made["bboxes"]],
                  "points": [list(map(float, point)) for point in made["keypoints"]]})


save("input", image)
case("flip_horizontal", A.HorizontalFlip(p=1))
case("flip_vertical", A.VerticalFlip(p=1))
case("crop", A.Crop(x_min=5, y_min=4, x_max=45, y_max=34, p=1), rectangle=[5, 4, 40, 30])
for number, factor in enumerate([0.7, 1.3]):
    case(f"scale_{number}", A.RandomScale(scale_limit=(factor - 1, factor - 1), p=1), factor=factor)
for number, angle in enumerate([12.5, -40, 90]):
    case(f"rotate_{number}", A.Rotate(limit=(angle, angle), border_mode=cv2.BORDER_CONSTANT, p=1), degrees=angle)
for number, by in enumerate([0.17, -0.3]):
    case(f"brightness_{number}", A.RandomBrightnessContrast((by, by), (0, 0), p=1), brightness=by)
    case(f"contrast_{number}", A.RandomBrightnessContrast((0, 0), (by, by), p=1), contrast=1 + by)
for number, gamma in enumerate([0.8, 1.5]):
    case(f"gamma_{number}", A.RandomGamma((100 * gamma, 100 * gamma), p=1), gamma=gamma)
for number, shifts in enumerate([(10, 25, -15), (-35, -40, 30)]):
    hue, saturation, value = shifts
    case(f"hue_{number}", A.HueSaturationValue((hue, hue), (saturation, saturation), (value, value), p=1), shifts=shifts)
case("greyscale", A.ToGray(p=1))
holes = [[5, 5, 15, 12], [30, 20, 50, 33]]
save("cutout", dropout.cutout(image, np.array(holes), 0, np.random.default_rng(0)))
cases.append({"name": "cutout", "holes": holes})
(here / "cases.json").write_text(json.dumps({"albumentations": A.__version__, "given": {"boxes": boxes, "points": points}, "cases": cases}, indent=1) + "\n")
