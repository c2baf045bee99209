#pragma once
// A model folder that loads by itself: the golden random Llama with a tokenizer of one token a printable ASCII character.

#include <filesystem>
#include <string>

#include "base/json.h"
#include "support.h"

namespace anneal::test {

inline std::string smallTokenizer() {
    OrderedJson vocabulary{{"<unk>", 0}, {"<s>", 1}, {"</s>", 2}, {"\n", 3}};
    for (char character = ' '; character <= '~'; ++character) vocabulary[std::string(1, character)] = vocabulary.size();
    OrderedJson added = OrderedJson::array();
    for (const char* name : {"<unk>", "<s>", "</s>"})
        added.push_back({{"id", vocabulary[name]},
                         {"content", name},
                         {"single_word", false},
                         {"lstrip", false},
                         {"rstrip", false},
                         {"normalized", false},
                         {"special", true}});
    const OrderedJson model{{"type", "BPE"}, {"unk_token", "<unk>"}, {"vocab", vocabulary}, {"merges", OrderedJson::array()}};
    const OrderedJson document{
        {"version", "1.0"},          {"added_tokens", added},         {"normalizer", nullptr}, {"pre_tokenizer", nullptr},
        {"post_processor", nullptr}, {"decoder", {{"type", "Fuse"}}}, {"model", model}};
    return base::dumpJson(document);
}

/// `own` puts a chat template into it: user turns as "Q:…\n", answers as "A:…</s>".
inline void writeSmallModel(const std::filesystem::path& folder, bool own = true) {
    std::filesystem::copy(golden() / "generate/llama", folder, std::filesystem::copy_options::recursive);
    write(folder / "tokenizer.json", smallTokenizer());
    OrderedJson config{{"bos_token", "<s>"}, {"eos_token", "</s>"}, {"unk_token", "<unk>"}};
    if (own)
        config["chat_template"] =
            "{% for message in messages %}{% if message.role == 'assistant' %}{% generation %}A:{{ message.content }}</s>{% endgeneration "
            "%}"
            "{% else %}Q:{{ message.content }}\n{% endif %}{% endfor %}{% if add_generation_prompt %}A:{% endif %}";
    write(folder / "tokenizer_config.json", base::dumpJson(config));
}

}  // namespace anneal::test
