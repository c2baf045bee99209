#include "data/augment/wordnet.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "base/text.h"

namespace anneal::data {
namespace {

/// morphy(7WN): the endings of inflected forms and what stands in their place.
using Endings = std::vector<std::pair<std::string_view, std::string_view>>;
const std::vector<std::pair<const char*, Endings>>& kinds() {
    static const std::vector<std::pair<const char*, Endings>> all = {
        {"noun", {{"s", ""}, {"ses", "s"}, {"xes", "x"}, {"zes", "z"}, {"ches", "ch"}, {"shes", "sh"}, {"men", "man"}, {"ies", "y"}}},
        {"verb", {{"s", ""}, {"ies", "y"}, {"es", "e"}, {"es", ""}, {"ed", "e"}, {"ed", ""}, {"ing", "e"}, {"ing", ""}}},
        {"adj", {{"er", ""}, {"est", ""}, {"er", "e"}, {"est", "e"}}},
        {"adv", {}},
    };
    return all;
}

/// The fields of a line, one after the other.
class Fields {
public:
    explicit Fields(std::string_view line) : rest_(line) {}
    std::string_view next() {
        const auto end = std::min(rest_.find(' '), rest_.size());
        const auto field = rest_.substr(0, end);
        rest_.remove_prefix(std::min(end + 1, rest_.size()));
        return field;
    }
    std::size_t number(int base = 10) {
        const auto field = next();
        std::size_t value = 0;
        std::from_chars(field.data(), field.data() + field.size(), value, base);
        return value;
    }

private:
    std::string_view rest_;
};

/// "ill-use(p)" as "ill use"; empty if there is more to it than letters.
std::string plainWord(std::string_view lemma) {
    std::string word(lemma.substr(0, lemma.find('(')));
    for (auto& c : word) {
        if (c == '_' || c == '-') c = ' ';
        if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
        if (c != ' ' && (c < 'a' || c > 'z')) return {};
    }
    return word;
}

/// The words of a sense, whose line says: its place, lexicographer's file, kind, how many words in hexadecimal, word, number, …
void addWords(std::string_view sense, std::vector<std::string>& words) {
    Fields fields(sense);
    for (int skipped = 0; skipped < 3; ++skipped) fields.next();
    for (auto left = fields.number(16); left > 0; --left) {
        if (auto word = plainWord(fields.next()); !word.empty()) words.push_back(std::move(word));
        fields.next();
    }
}

}  // namespace

Result<WordNet> WordNet::open() {
    const char* chosen = std::getenv("WNSEARCHDIR");
    const std::filesystem::path folder = chosen && *chosen ? chosen : "/usr/share/wordnet";
    const auto missing = [&](const Error& error) {
        return fail("synonyms_missing", "WordNet is not in " + folder.string() + ": " + error.message,
                    "install the Debian package wordnet-base, or set WNSEARCHDIR to WordNet's folder");
    };
    std::vector<PartOfSpeech> parts;
    for (const auto& [name, endings] : kinds()) {
        auto index = SortedLines::open(folder / ("index." + std::string(name)));
        if (!index) return missing(index.error());
        auto exceptions = SortedLines::open(folder / (std::string(name) + ".exc"));
        if (!exceptions) return missing(exceptions.error());
        auto senses = base::MappedFile::open(folder / ("data." + std::string(name)));
        if (!senses) return missing(senses.error());
        parts.push_back({std::move(*index), std::move(*exceptions), std::move(*senses), endings});
    }
    return WordNet(std::move(parts));
}

std::vector<std::string> WordNet::synonyms(std::string_view word) const {
    const auto asked = base::toLower(word);
    std::vector<std::string> found, forms;
    for (const auto& part : parts_) {
        const auto add = [&](std::string_view form) {
            forms.emplace_back(form);
            // lemma pos senses pointers [pointer…] senses tagged place…
            Fields fields(part.index.find(form, ' '));
            fields.next();
            const auto senses = fields.number();
            for (auto pointers = fields.number(); pointers > 0; --pointers) fields.next();
            fields.next();
            fields.next();
            for (std::size_t i = 0; i < senses; ++i) addWords(lineAt(part.senses.text(), fields.number()), found);
        };
        add(asked);
        if (const auto bases = part.exceptions.find(asked, ' '); !bases.empty()) {
            for (const auto& base : base::split(bases, ' ')) add(base);
            continue;
        }
        for (const auto& [ending, base] : part.endings)
            if (asked.size() > ending.size() && asked.ends_with(ending)) add(asked.substr(0, asked.size() - ending.size()).append(base));
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    std::erase_if(found, [&](const std::string& one) { return std::find(forms.begin(), forms.end(), one) != forms.end(); });
    return found;
}

}  // namespace anneal::data
