// Encodes JSON lines {"text", "special"} from stdin and prints {"ids", "decoded", "skipped", "streamed"} for each:
// what golden/fuzz_tokenizers.py compares with Hugging Face tokenizers.

#include <iostream>

#include "base/json.h"
#include "text/tokenizer.h"

int main(int argc, char** argv) {
    if (argc != 2) return std::cerr << "usage: anneal_tokenizer_lines TOKENIZER\n", 2;
    const auto tokenizer = anneal::text::Tokenizer::load(argv[1]);
    if (!tokenizer) return std::cerr << "error: " << tokenizer.error().message << "\n", 1;
    for (std::string line; std::getline(std::cin, line);) {
        const auto row = anneal::base::parseJson(line);
        if (!row) return std::cerr << "error: " << row.error().message << "\n", 1;
        const auto ids = row->contains("ids") ? row->at("ids").get<std::vector<int32_t>>()
                                              : (*tokenizer)->encode(row->at("text").get<std::string>(), row->value("special", false));
        anneal::text::StreamDecoder decoder(*tokenizer);
        std::string streamed;
        for (const auto id : ids) streamed += decoder.push(id);
        streamed += decoder.finish();
        std::cout << anneal::base::dumpJson(anneal::Json{{"ids", ids},
                                                         {"decoded", (*tokenizer)->decode(ids)},
                                                         {"skipped", (*tokenizer)->decode(ids, true)},
                                                         {"streamed", streamed}})
                  << "\n";
    }
}
