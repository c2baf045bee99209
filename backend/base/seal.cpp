#include "base/seal.h"

#include <algorithm>
#include <vector>

#include "base/files.h"
#include "base/hash.h"
#include "base/text.h"

namespace anneal::base {
namespace {

namespace fs = std::filesystem;

constexpr const char* kListName = "SHA256SUMS";
constexpr std::string_view kBetween = "  ";  // of digest and name
constexpr std::size_t kDigestLength = 64;

auto damaged(const fs::path& file, const std::string& how) {
    return fail("files_damaged", file.string() + " " + how, "take another checkpoint or a copy: the disk may be failing");
}

}  // namespace

Status sealFolder(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        if (it->is_regular_file() && it->path().filename() != kListName) files.push_back(it->path());
    if (error) return fail("write_failed", "could not list " + folder.string() + ": " + error.message());
    std::ranges::sort(files);
    std::string list;
    for (const auto& file : files) {
        ANNEAL_TRY(digest, sha256File(file));
        list += digest + std::string(kBetween) + file.lexically_relative(folder).generic_string() + '\n';
    }
    return writeFileAtomically(folder / kListName, list);
}

Status checkSeal(const fs::path& folder) {
    const auto list = folder / kListName;
    std::error_code ignored;
    if (!fs::exists(list, ignored)) return {};
    ANNEAL_TRY(text, readFile(list));
    for (const auto& line : split(text, '\n')) {
        if (line.empty()) continue;
        if (line.size() <= kDigestLength + kBetween.size() || line.substr(kDigestLength, kBetween.size()) != kBetween)
            return damaged(list, "is no list of digests");
        const auto file = folder / line.substr(kDigestLength + kBetween.size());
        if (!fs::exists(file, ignored)) return damaged(file, "is missing");
        ANNEAL_TRY(digest, sha256File(file));
        if (digest != line.substr(0, kDigestLength)) return damaged(file, "is not what was written there: its bytes have changed");
    }
    return {};
}

}  // namespace anneal::base
