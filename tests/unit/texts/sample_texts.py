"""Invented instruments about a public garden, with the irregularities of real files. No sentence is official."""

from __future__ import annotations

from pathlib import Path

from curule.texts import Layout, Outline

GARDEN = Outline(
    "rome",
    [
        "rome:preamble",
        "rome:1",
        "rome:2(1)",
        "rome:2(2)",
        "rome:2(2)(a)",
        "rome:2(2)(b)",
        "rome:2(3)",
        "rome:3",
        "rome:3(a)",
        "rome:3(b)",
        "rome:4(1)",
        "rome:4(1)(a)",
        "rome:4(1)(a)(i)",
        "rome:4(1)(a)(ii)",
        "rome:4(1)(b)",
        "rome:4(2)",
        "rome:4bis",
        "rome:5(1)",
        "rome:5(2)",
        "rome:6",
        "rome:7(2)(a)",
        "rome:7(2)(b)(i)",
        "rome:7(2)(b)(ii)",
        "rome:8",
    ],
)
GARDEN_LAYOUT = Layout.of([["closing", "rome:2(2)", "0"]])

GARDEN_LINES = [
    "ROME STATUTE OF THE INTERNATIONAL CRIMINAL COURT",
    "国际刑事法院罗马规约",
    "[[Invented for a test.]]",
    "PREAMBLE",
    "序言",
    "Fond of roses,",
    "喜爱玫瑰,",
    "PART 1. BEDS",
    "第一编 花坛",
    "Article 1.",
    "第一条",
    "The Garden",
    "花 园",
    "A garden is laid out.",
    "兹开辟花园一处。",
    "It has a wall.",
    "花园有墙。",
    "Article 2 Opening hours",
    "第二条",
    "1. The gate opens at dawn.",
    "开放时间 () 大门拂晓开启。",
    "2. Nobody may bring:",
    "() 任何人不得携带:",
    "(a) A goat; (b) A goose.",
    "1. 山羊; 2. 鹅。",
    "Both may wait outside.",
    "两者可在外等候。",
    "3. The keeper counts visitors.",
    "() 看守清点游人。 第三条",
    "Article 3 Tools",
    "工具",
    "The shed holds:",
    "棚内有:",
    "(a) A rake;",
    "1. 耙;",
    "or",
    "(b) A spade.",
    "2. 铲。",
    "第四条 浇水",
    "Article 4 Watering",
    "() 每日浇水,并:",
    "1. Water is given daily, and:",
    "(a) In summer:",
    "1. 夏季:",
    "(i) At dawn;",
    "(1) 拂晓;",
    "(ii) At dusk, as paragraph 2 (b) of the plan, adopted on 3 May 1949, shows;",
    "(2) 黄昏,依194953日的计划第二款第2项;",
    "(b) In winter, never.",
    "2. 冬季不浇。",
    "2. Rain counts.",
    "(二) 雨水计入。",
    "Article 4 bis",
    "第四条之二",
    "Snow does not count as water in any season whatsoever.",
    "雪在任何季节均不计为水。",
    "Article 5 Bees",
    "第五条 蜜蜂",
    "1. Bees are welcome.",
    "欢迎蜜蜂。",
    "[deleted: 2.",
    "Wasps were welcome once.]",
    "第六条",
    "Article 6 Moles For the good of the lawn, moles are left alone.",
    "鼹鼠 为草坪之利,不惊扰鼹鼠。",
    "PART 2.",
    "第二编 围墙",
    "WALLS",
    "Article 7 Masons",
    "第七条 泥 瓦 匠",
    "2. (a) Masons are hired.",
    "() 1. 雇用泥瓦匠。",
    "(b) (i) They mend the wall. (ii) They rest.",
    "2. (1) 泥瓦匠修墙。 (2) 泥瓦匠休息。",
    "Article 8",
    "第八条",
    "The wall is of brick.",
    "墙为砖砌。",
    "IN WITNESS WHEREOF, the gardeners sign.",
    "园丁签字,以昭信守。",
    "Done at the gate.",
]


def garden_text(lines: list[str] | None = None) -> str:
    """The garden's Statute as a file holds it: a blank line between any two."""
    return "\n\n".join(GARDEN_LINES if lines is None else lines) + "\n"


POND = Outline(
    "irmct",
    [
        "irmct:res1",
        "irmct:res2",
        "irmct:preamble",
        "irmct:1(1)",
        "irmct:1(2)",
        "irmct:1(2)(a)",
        "irmct:1(2)(b)",
        "irmct:2",
        "irmct:3",
        "irmct:3(a)",
        "irmct:3(b)",
        "irmct:4(1)",
        "irmct:4(2)",
        "irmct:4(2)(i)",
        "irmct:4(2)(ii)",
        "irmct:5",
        "irmct:ta1(1)",
        "irmct:ta1(2)",
        "irmct:ta2",
        "irmct:ta3",
        "irmct:ta3(a)",
        "irmct:ta3(b)",
    ],
)
POND_LAYOUT = Layout.of(
    line.split()
    for line in """sentences irmct:1(2)(b) 1
closing irmct:1(2) 1
sentences irmct:2 2
sentences irmct:3 1
sentences irmct:4(2)(ii) 1
sentences irmct:5 1
heading irmct:5 2
heading irmct:ta2 3
heading irmct:ta3 2""".splitlines()
)

POND_PARTS = [
    "%%%PONDS|FISH|\n\n",
    " 园丁 ： 草案 回顾 池塘 ， 1. 决定 挖 塘 ； 2. 决定 种 荷 。",
    " 刑事法庭余留事项 国际 处理 机制规约 目录 序言",
    " 第1 条 ： 塘 第 2 条 ： 鱼 第3 条 ： 荷第 4 条 ： 水 第5 条 ： 报告",
    " 为 赏鱼 ， 设 此 塘 。",
    " 1. 塘 深 200 4 尺 ， 见 第1 条 (a) 项 。 2. 塘 内 有 ： (a) 鱼 ； 或 (b ) 龟 。 两者 皆 不得 捕捞 。",
    " 鱼 分 两种 。 鱼 不 出售 。 荷 有 ： (a)白荷 ； (b ) 红荷 。",
    " 1.1 946年 2月 引水 。 2. 水 应 ： ㈠清洁 ； 或㈡ 流动 。 每年 报告 一次 。",
    " 过渡 安排 第1条---- 旧塘 1. 旧塘 填平 。 2. 旧鱼 移出 。",
    " 第2条---- 旧荷花 旧荷 移 栽 。 第3条---- 园丁 园丁 须 ， (a ) 会 游泳 ； (b ) 会 钓鱼 。 \n",
]


def pond_text(parts: list[str] | None = None) -> str:
    """The pond's resolution and Statute as one running text of segmented Chinese."""
    return "".join(POND_PARTS if parts is None else parts)


SEEDS = Outline(
    "a68491",
    [
        "a68491:summary",
        "a68491:1",
        "a68491:2",
        "a68491:2(a)",
        "a68491:2(b)",
        "a68491:T1",
        "a68491:3",
        "a68491:3(a)",
        "a68491:3(b)",
        "a68491:T2",
        "a68491:4",
        "a68491:orgchart",
    ],
)
SEEDS_TEXT = """ 第一届 园会

 2014-2015 两年期刑事法庭余留事项国际处理机制的预算

 摘要

 种子若干，

合计三包。

http://garden.example/seeds
 一. 概览

1. 园内播种，

每年一次。

 2. 播种有两个目的：(a) 开花；及(b) 结

果。

 表 1

种类 数量

 1. 豆 3 922

A. 瓜 2

 二. 计划

 A. 春季

3. 春季将：

 (a) 松土；

 (b) 施肥。

X/12/345

 表 2

 合计 3 — 4

 外部因素

4. 雨水充足。

 组织结构图

园丁一名

 附件二

 建议 行动
"""


def write(folder: Path, text: str, name: str = "statute.txt") -> Path:
    """Write a text as a UTF-8 file and give its place."""
    place = folder / name
    place.write_text(text, encoding="utf-8", newline="")
    return place
