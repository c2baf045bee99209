// How fast one thread encodes: one JSON line per tokenizer, as the peers' script prints them.
//   anneal_bench_tokenizer TEXT NAME=TOKENIZER…   (TEXT is cut into documents of 4,000 characters)

#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/json.h"
#include "text/tokenizer.h"

namespace {

constexpr std::size_t kDocumentCharacters = 4000;

std::vector<std::string> documents(std::string_view text) {
    std::vector<std::string> all;
    std::size_t begin = 0, characters = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        const bool starts = at == text.size() || (text[at] & 0xC0) != 0x80;
        if (starts && (at == text.size() || characters++ == kDocumentCharacters)) {
            if (at > begin) all.emplace_back(text.substr(begin, at - begin));
            begin = at;
            characters = 1;
        }
    }
    return all;
}

double seconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

void measure(const std::string& name, const std::string& path, const std::vector<std::string>& texts) {
    const auto loading = seconds();
    const auto tokenizer = anneal::text::Tokenizer::load(path);
    if (!tokenizer) return void(std::fprintf(stderr, "error: %s\n", tokenizer.error().message.c_str()));
    const auto loaded = seconds() - loading;
    (*tokenizer)->encode(texts.front());
    std::size_t tokens = 0, bytes = 0;
    const auto start = seconds();
    for (const auto& text : texts) {
        tokens += (*tokenizer)->encode(text).size();
        bytes += text.size();
    }
    const auto elapsed = seconds() - start;
    const auto rounded = [](double value) { return double(std::int64_t(value * 100 + 0.5)) / 100; };
    const anneal::OrderedJson line{{"tokenizer", name},
                                   {"mb_per_s", rounded(double(bytes) / 1e6 / elapsed)},
                                   {"tokens", tokens},
                                   {"mb", rounded(double(bytes) / 1e6)},
                                   {"load_s", rounded(loaded)}};
    std::printf("%s\n", anneal::base::dumpJson(line).c_str());
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) return std::fprintf(stderr, "usage: anneal_bench_tokenizer TEXT NAME=TOKENIZER...\n"), 2;
    const auto text = anneal::base::readFile(argv[1]);
    if (!text) return std::fprintf(stderr, "error: %s\n", text.error().message.c_str()), 1;
    const auto texts = documents(*text);
    for (int i = 2; i < argc; ++i) {
        const std::string argument = argv[i];
        const auto equals = argument.find('=');
        measure(argument.substr(0, equals), argument.substr(equals == std::string::npos ? 0 : equals + 1), texts);
    }
}
