#include "models/model_words.h"

#include <span>

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace anneal::models {
namespace {

QString words(const char* text) { return QCoreApplication::translate("ModelWords", text); }

/// A text of the catalogue, and how the window says it.
struct Said {
    std::string_view catalogue;
    const char* window;
};

QString said(std::span<const Said> all, std::string_view text) {
    const auto found = std::ranges::find(all, text, &Said::catalogue);
    return found == all.end() ? QString::fromUtf8(text) : words(found->window);
}

}  // namespace

QString kindText(const std::string& kind) {
    if (kind == "base") return words(QT_TRANSLATE_NOOP("ModelWords", "Base"));
    if (kind == "chat") return words(QT_TRANSLATE_NOOP("ModelWords", "Chat"));
    if (kind == "reasoning") return words(QT_TRANSLATE_NOOP("ModelWords", "Reasoning"));
    return QString::fromStdString(kind);
}

QString languagesText(const std::vector<std::string>& languages) {
    QStringList names;
    for (const auto& language : languages) {
        if (language == "en")
            names << words(QT_TRANSLATE_NOOP("ModelWords", "English"));
        else if (language == "zh")
            names << words(QT_TRANSLATE_NOOP("ModelWords", "Chinese"));
        else if (language == "code")
            names << words(QT_TRANSLATE_NOOP("ModelWords", "code"));
        else
            names << QString::fromStdString(language);
    }
    return names.join(words(QT_TRANSLATE_NOOP("ModelWords", ", ")));
}

QString licenceText(const catalogue::CatalogueModel& model) {
    static constexpr std::array kNotes{
        Said{"commercial use allowed, with use-based restrictions",
             QT_TRANSLATE_NOOP("ModelWords", "commercial use allowed, with use-based restrictions")},
        Said{"distilled into Qwen2.5 models, which are Apache-2.0",
             QT_TRANSLATE_NOOP("ModelWords", "distilled into Qwen2.5 models, which are Apache-2.0")},
    };
    return words(QT_TRANSLATE_NOOP("ModelWords", "Licence: %1 (%2)"))
        .arg(QString::fromStdString(model.licence), said(kNotes, model.licenceNote));
}

QString aboutText(const catalogue::CatalogueModel* known, const catalogue::ModelConfig& config) {
    if (!known)
        return words(QT_TRANSLATE_NOOP("ModelWords", "A folder on this machine, of the %1 family"))
            .arg(QString::fromUtf8(catalogue::familyName(config.family)));
    static constexpr std::array kAbout{
        Said{"general text, for continued pre-training or tuning from the ground up",
             QT_TRANSLATE_NOOP("ModelWords", "General text, for continued pre-training or tuning from the ground up")},
        Said{"general chat, a good first choice for question and answer data",
             QT_TRANSLATE_NOOP("ModelWords", "General chat, a good first choice for question and answer data")},
        Said{"source code in 87 programming languages", QT_TRANSLATE_NOOP("ModelWords", "Source code in 87 programming languages")},
        Said{"programming tasks given as instructions", QT_TRANSLATE_NOOP("ModelWords", "Programming tasks given as instructions")},
        Said{"reasons before it answers", QT_TRANSLATE_NOOP("ModelWords", "Reasons before it answers")},
        Said{"reasons before it answers; runs on a laptop", QT_TRANSLATE_NOOP("ModelWords", "Reasons before it answers; runs on a laptop")},
        Said{"reasons before it answers; the strongest of the list on mathematics",
             QT_TRANSLATE_NOOP("ModelWords", "Reasons before it answers; the strongest of the list on mathematics")},
    };
    return said(kAbout, known->about);
}

}  // namespace anneal::models
