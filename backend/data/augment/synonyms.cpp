#include "data/augment/synonyms.h"

#include <mutex>
#include <unordered_set>

#include "base/text.h"

namespace anneal::data {
namespace {

constexpr std::size_t kMostRemembered = std::size_t(1) << 16;  // words: some 20 MB

constexpr std::string_view kFunctionWords =
    "a an the this that these those such some any each every either neither both all no none not nor many much more most few less least "
    "other another same own very too so quite rather just only even also still yet already ever never again once then than there here "
    "i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it its "
    "itself they them their theirs themselves one who whom whose which what whatever whoever when where why how "
    "am is are was were be been being have has had having do does did doing done will would shall should can could may might must ought "
    "isn't aren't wasn't weren't haven't hasn't hadn't don't doesn't didn't won't wouldn't shan't shouldn't can't cannot couldn't mustn't "
    "i'm you're he's she's it's we're they're i've you've we've they've i'll you'll he'll she'll we'll they'll i'd you'd he'd she'd we'd "
    "they'd that's there's let's "
    "and or but if because as until while although though unless since whether of at by for with about against between into through "
    "during before after above below to from up down in out on off over under upon within without along among across behind beyond "
    "toward towards per via "
    "的 地 得 了 着 过 是 不 没 没有 也 都 就 还 又 再 很 太 最 更 在 从 到 向 往 对 对于 关于 由 由于 于 以 以及 为 为了 被 把 将 让 给 "
    "跟 和 与 "
    "及 或 或者 而 而且 并 并且 但 但是 如果 若 因为 所以 虽然 然而 只 只要 只有 我 你 您 他 她 它 我们 你们 他们 她们 它们 自己 这 那 哪 "
    "这个 那个 "
    "这些 那些 这里 那里 什么 谁 怎么 怎样 为什么 吗 呢 吧 啊 呀 嘛 哦 之 其 者 所 此 该 各 每 某 个 一 一个 有 会 能 能够 可 可以 要 应 "
    "应该 必须 上 "
    "下 中 里 内 外 前 后 等 們 沒 沒有 還 過 對 對於 關於 為 為了 將 讓 給 與 並 並且 雖然 這 這個 這些 這裡 個 們 會 嗎";

}  // namespace

bool isFunctionWord(std::string_view word) {
    static const std::unordered_set<std::string> words = [] {
        const auto list = base::split(kFunctionWords, ' ');
        return std::unordered_set<std::string>(list.begin(), list.end());
    }();
    return words.contains(base::toLower(word));
}

Result<Synonyms> Synonyms::open() {
    ANNEAL_TRY(english, WordNet::open());
    const auto installed = base::resourceFolder("synonyms");
    std::error_code ignored;
    const auto folder = std::filesystem::is_directory(installed, ignored) ? installed : std::filesystem::path(ANNEAL_SYNONYMS);
    auto chinese = SortedLines::open(folder / "zh.tsv");
    if (!chinese)
        return fail("synonyms_missing", "the Chinese synonyms are missing: " + chinese.error().message,
                    "run installer/bootstrap, or install the package again");
    return Synonyms(std::move(english), std::move(*chinese));
}

std::vector<std::string> Synonyms::lookUp(std::string_view word, bool han) const {
    if (isFunctionWord(word)) return {};
    if (!han) return english_.synonyms(word);
    const auto line = chinese_.find(word, '\t');
    return line.empty() ? std::vector<std::string>() : base::split(line, ' ');
}

std::shared_ptr<const std::vector<std::string>> Synonyms::of(std::string_view word, bool han) const {
    const std::string key(word);
    {
        const std::shared_lock lock(memory_->mutex);
        if (const auto known = memory_->words.find(key); known != memory_->words.end()) return known->second;
    }
    const auto found = std::make_shared<const std::vector<std::string>>(lookUp(word, han));
    const std::unique_lock lock(memory_->mutex);
    if (memory_->words.size() < kMostRemembered) memory_->words.emplace(key, found);
    return found;
}

}  // namespace anneal::data
