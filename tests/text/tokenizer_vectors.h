#pragma once
// Where reference vectors lie, and how a tokenizer is held to them.

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "base/files.h"
#include "base/json.h"
#include "text/tokenizer.h"

namespace anneal::test {

inline std::filesystem::path goldenFolder() { return std::filesystem::path(ANNEAL_SOURCE_DIR) / "tests/golden/tokenizers"; }
inline std::filesystem::path sharedFolder() { return std::filesystem::path(ANNEAL_SOURCE_DIR) / "../shared/data"; }
/// llama.cpp's vocabularies with their .inp and .out, where installer/bootstrap puts them.
inline std::filesystem::path llamaFolder() { return std::filesystem::path(ANNEAL_PREFIX) / "llama-cpp-0.3.36/tests"; }

inline std::shared_ptr<const text::Tokenizer> loadTokenizer(const std::filesystem::path& path) {
    auto tokenizer = text::Tokenizer::load(path);
    EXPECT_TRUE(tokenizer.has_value()) << path << ": " << (tokenizer ? "" : tokenizer.error().message);
    return tokenizer ? *tokenizer : nullptr;
}

inline std::string streamed(const std::shared_ptr<const text::Tokenizer>& tokenizer, const std::vector<int32_t>& ids) {
    text::StreamDecoder decoder(tokenizer);
    std::string text;
    for (const auto id : ids) text += decoder.push(id);
    return text + decoder.finish();
}

}  // namespace anneal::test
