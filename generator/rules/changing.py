"""What the words of a decision change in the contract: price, term or scope, where they say so plainly."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.model.meeting import ContractAspect

_TO = r"(?:调整|变更|修改|改|提高|降低|提前|推迟|延长|延期|顺延|延|增加|减少|上调|下调|扩大|缩小)(?:为|到|至|成)"
_FIGURE = r"[^，。；]{0,8}[0-9一二三四五六七八九十百]"
_SIGNS: Mapping[ContractAspect, str] = {
    ContractAspect.PRICE: rf"(?:合同|服务费|价款|总价|单价|报酬|佣金)(?:价款|总额|金额|标准|比例|级次|率)?[^，。；]{{0,12}}{_TO}{_FIGURE}",
    ContractAspect.TERM: rf"(?:里程碑|交付|验收|上线|终验|试运行|合同期限|履行期限|服务期限|届满)[^，。；]{{0,12}}{_TO}{_FIGURE}",
    ContractAspect.SCOPE: rf"(?:合同|服务|工作|代理|授权|交付)(?:的)?(?:范围|区域|内容)[^，。；]{{0,12}}{_TO}",
}
_KEPT = re.compile(r"不变|维持|不调整|不变更|不顺延|不延期|不作决定|暂不|研究|评估|建议|拟|双方有意")


def changes(text: str) -> ContractAspect | None:
    """Return what ``text`` plainly sets anew, ``None`` where it keeps it, weighs it or does not speak of it."""
    if _KEPT.search(text):
        return None
    return next((aspect for aspect, sign in _SIGNS.items() if re.search(sign, text)), None)
