#include "text/tokenizer_files.h"

#include <algorithm>
#include <array>

#include "base/files.h"
#include "base/hash.h"

namespace anneal::text {

namespace fs = std::filesystem;

std::vector<fs::path> tokenizerFiles(const fs::path& folder) {
    static constexpr std::array kNames = {
        "tokenizer.json", "tokenizer.model", "tokenizer_config.json", "special_tokens_map.json", "added_tokens.json", "vocab.json",
        "merges.txt",     "vocab.txt",       "tokenizer.bin",         "chat_template.jinja"};
    std::error_code ignored;
    std::vector<fs::path> found;
    for (const auto* name : kNames)
        if (fs::exists(folder / name, ignored)) found.push_back(folder / name);
    const auto named = std::ptrdiff_t(found.size());
    for (const auto& entry : fs::directory_iterator(folder, ignored))
        if (entry.path().extension() == ".tiktoken") found.push_back(entry.path());
    std::sort(found.begin() + named, found.end());
    return found;
}

Status copyTokenizer(const fs::path& from, const fs::path& to) {
    for (const auto& file : tokenizerFiles(from)) {
        ANNEAL_TRY(bytes, base::readFile(file));
        ANNEAL_CHECK(base::writeFileAtomically(to / file.filename(), bytes));
    }
    return {};
}

Result<std::string> hashTokenizer(const fs::path& folderOrFile) {
    std::error_code ignored;
    if (!fs::is_directory(folderOrFile, ignored)) return base::sha256File(folderOrFile);
    base::Sha256 all;
    for (const auto& file : tokenizerFiles(folderOrFile)) {
        ANNEAL_TRY(hash, base::sha256File(file));
        all.update(file.filename().string() + " " + hash + "\n");
    }
    return all.finish();
}

}  // namespace anneal::text
