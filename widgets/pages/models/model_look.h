#pragma once
// What a look into a model's folder shows: whether it holds what its configuration promises, its template, and its tokenizer. Any thread.

#include "catalogue/model_folder.h"
#include "controls/token_view.h"

namespace anneal::pages {

struct ModelLook {
    catalogue::ModelCheck check;
    QString templateName;                   ///< "own", or a named one; empty: none
    QString templateSource;                 ///< Jinja
    std::vector<controls::Token> exchange;  ///< a question and an answer as the model reads them
};

/// `templateName`: the catalogue's, for a model that brings none. Errors: those of checkModelFolder.
Result<ModelLook> lookAt(const std::filesystem::path& folder, const std::string& templateName);

/// `text` in the model's tokens. Errors: those of Tokenizer::load.
Result<std::vector<controls::Token>> tokensOf(const std::filesystem::path& folder, const std::string& text);

}  // namespace anneal::pages
