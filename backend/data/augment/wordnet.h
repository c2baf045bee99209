#pragma once
// English synonyms from WordNet 3.0, read from the files of its package as wndb(5WN) describes them.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "data/augment/sorted_lines.h"

namespace anneal::data {

class WordNet {
public:
    /// The folder is $WNSEARCHDIR as for WordNet's own programs, else the package's. Error "synonyms_missing".
    static Result<WordNet> open();

    /// Every other word of every sense of the word and of its base forms ("went" has those of "go", not "go" itself), in lower case, in
    /// order, each once; words of more than letters are left out. Any thread.
    std::vector<std::string> synonyms(std::string_view word) const;

private:
    struct PartOfSpeech {
        SortedLines index, exceptions;
        base::MappedFile senses;
        std::vector<std::pair<std::string_view, std::string_view>> endings;  ///< of a form, of its base
    };
    explicit WordNet(std::vector<PartOfSpeech> parts) : parts_(std::move(parts)) {}
    std::vector<PartOfSpeech> parts_;
};

}  // namespace anneal::data
