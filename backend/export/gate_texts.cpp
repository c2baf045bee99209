#include "export/gate_texts.h"

#include <array>

namespace anneal::exporting {
namespace {

constexpr std::array<std::string_view, 24> kTexts{
    "The quick brown fox jumps over the lazy dog while the clerk files the contract in the drawer by the window.",
    "I'm sure they've said we'll go; you'd know it's theirs, don't you? SHE'S HERE, THEY'LL STAY. It 's odd.",
    "Numbers: 0 7 42 365 1024 65536 1000000 3.14159 -273.15 1,234,567.89 50% 12:30 2024-02-29 v1.2.3",
    "    indented four\n\tone tab\n\t\ttwo tabs\n  two spaces\r\nWindows line\n\n\nthree breaks   trailing   ",
    "def add(a, b):\n    \"\"\"Sum of two.\"\"\"\n    return a + b  # O(1)\n\nprint(add(2, 3) == 5)",
    "for (int i = 0; i < n; ++i) { sum += v[i] * w[i]; } // dot product\nif (sum != 0) return -1;",
    "SELECT name, COUNT(*) FROM clauses WHERE amount >= 10000 GROUP BY name ORDER BY 2 DESC;",
    "{\"party\": \"Acme GmbH\", \"amount\": 12500.50, \"currency\": \"EUR\", \"active\": true, \"tags\": [null, 1]}",
    "合同双方应在三十日内完成付款，逾期每日按千分之五计算违约金。",
    "床前明月光，疑是地上霜。举头望明月，低头思故乡。",
    "吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。カタカナもある。",
    "계약 당사자는 서면 동의 없이 권리를 양도할 수 없다.",
    "Стороны договорились о нижеследующем: срок действия — один год.",
    "Η σύμβαση λήγει στις 31 Δεκεμβρίου· ισχύει το ελληνικό δίκαιο.",
    "يجب على الطرفين إخطار بعضهما كتابةً قبل ثلاثين يومًا.",
    "דו״ח שנתי: ההכנסות גדלו בשיעור של 12 אחוזים.",
    "यह अनुबंध भारत के कानूनों के अधीन होगा।",
    "Größe, naïve café, œuvre, Ångström, smørbrød, Łódź, ¿qué?, ¡año!, “quotes” ‘single’ «guillemets» – — …",
    "😀 👍🏽 👩‍💻 🇩🇪 ❤️ ✅ 🚀🚀 (normal) ⚖️ text between 🙂 and 🙃",
    "$100 £20 €30 ¥4000 ₹500 # @user https://example.org/a/b?c=d&e=%20f a@b.co ~/path/to C:\\dir\\file",
    "a  b   c    d     e      f\u00a0g\u3000h",
    "!!!??? ... --- ___ *** ((( ))) [[[ ]]] {{{ }}} <<< >>> ;;; ::: ''' \"\"\" ``` ~~~ ^^^ ||| \\\\\\ ///",
    "camelCase snake_case kebab-case SCREAMING_CASE MixedCASE123abc x2y3z4 H2O CO₂ E=mc² 1st 2nd 3rd ½ Ⅳ ①",
    "Once upon a time there was a small model that learned to answer. One day it was exported, and it said the same as before.",
};

}  // namespace

std::span<const std::string_view> gateTexts() { return kTexts; }

}  // namespace anneal::exporting
