#include <QFile>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include "controls/card.h"
#include "controls/label.h"
#include "controls/table.h"
#include "controls/words.h"
#include "pages/system/section.h"
#include "theme/theme.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using controls::Label;
using theme::Role;
using theme::TextStyle;

constexpr int kNameWidth = 180;
constexpr int kLicenceWidth = 200;

QString words(const char* text) { return QCoreApplication::translate("Licences", text); }

constexpr std::array kUses{std::pair{"studio", QT_TRANSLATE_NOOP("Licences", "This product's own files")},
                           std::pair{"window", QT_TRANSLATE_NOOP("Licences", "The window")},
                           std::pair{"charts", QT_TRANSLATE_NOOP("Licences", "Charts")},
                           std::pair{"training", QT_TRANSLATE_NOOP("Licences", "Tensors and gradients, in the engine")},
                           std::pair{"gguf", QT_TRANSLATE_NOOP("Licences", "GGUF files and chat templates")},
                           std::pair{"tables", QT_TRANSLATE_NOOP("Licences", "Tables, CSV and Parquet")},
                           std::pair{"json", QT_TRANSLATE_NOOP("Licences", "JSON")},
                           std::pair{"yaml", QT_TRANSLATE_NOOP("Licences", "YAML")},
                           std::pair{"store", QT_TRANSLATE_NOOP("Licences", "Records of runs and of this window")},
                           std::pair{"unicode", QT_TRANSLATE_NOOP("Licences", "Unicode")},
                           std::pair{"patterns", QT_TRANSLATE_NOOP("Licences", "Regular expressions")},
                           std::pair{"tokenizers", QT_TRANSLATE_NOOP("Licences", "Tokenizers")},
                           std::pair{"hashes", QT_TRANSLATE_NOOP("Licences", "Hashes")},
                           std::pair{"log", QT_TRANSLATE_NOOP("Licences", "Logs")},
                           std::pair{"pictures", QT_TRANSLATE_NOOP("Licences", "Loss curves as pictures")},
                           std::pair{"command_line", QT_TRANSLATE_NOOP("Licences", "The command line")},
                           std::pair{"results", QT_TRANSLATE_NOOP("Licences", "Errors as values")},
                           std::pair{"font", QT_TRANSLATE_NOOP("Licences", "Typeface")}};

struct Library {
    QString name, use, licence, package;
};

QByteArray readAll(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::vector<Library> libraries() {
    std::vector<Library> all{{u"Anneal Studio"_s, u"studio"_s, u"Apache-2.0"_s, {}}};
    for (const auto& value : QJsonDocument::fromJson(readAll(u":/licences/libraries.json"_s)).array()) {
        const auto each = value.toObject();
        all.push_back(
            {each[u"name"_s].toString(), each[u"use"_s].toString(), each[u"licence"_s].toString(), each[u"package"_s].toString()});
    }
    return all;
}

QString useText(const QString& use) {
    for (const auto& [key, text] : kUses)
        if (use == QLatin1StringView(key)) return words(text);
    return use;
}

class LicencesSection : public Section {
    Q_OBJECT
public:
    explicit LicencesSection(const Context&)
        : libraries_(libraries()), table_(new controls::Table({}, controls::Table::Rows::compact)), text_(new QPlainTextEdit) {
        auto* title = new Label({}, TextStyle::heading);
        auto* note = new Label({}, TextStyle::body, Role::textSecondary);
        note->setWordWrap(true);
        for (const auto& library : libraries_)
            model_.appendRow({new QStandardItem(library.name), new QStandardItem, new QStandardItem(library.licence)});
        table_->setModel(&model_);
        table_->setColumnWidth(0, kNameWidth);
        table_->setColumnWidth(2, kLicenceWidth);
        table_->stretch(1);
        text_->setReadOnly(true);
        text_->setFont(theme::font(TextStyle::mono));
        auto* list = new controls::Card(0);
        list->body().addWidget(table_);
        auto* whole = new QVBoxLayout(this);
        whole->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(6));
        whole->setSpacing(theme::space(4));
        auto* head = new QVBoxLayout;
        head->setSpacing(theme::space(1));
        head->addWidget(title);
        head->addWidget(note);
        whole->addLayout(head);
        whole->addWidget(list, 3);
        whole->addWidget(text_, 2);
        connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
                [this](const QModelIndex& row) { show(row.row()); });
        controls::say(*this, [this, title, note] {
            title->setText(tr("Licences"));
            note->setText(
                tr("This window is distributed under GPL-3.0-or-later, because QCustomPlot is. Libraries come from Debian and PyPI, each "
                   "under its own licence."));
            table_->setAccessibleName(tr("Libraries and their licences"));
            text_->setAccessibleName(tr("Text of the licence"));
            model_.setHorizontalHeaderLabels({tr("Library"), tr("What for"), tr("Licence")});
            for (std::size_t i = 0; i < libraries_.size(); ++i) model_.item(int(i), 1)->setText(useText(libraries_[i].use));
            if (table_->currentIndex().isValid()) show(table_->currentIndex().row());
        });
        table_->setCurrentIndex(model_.index(0, 0));
    }

private:
    void show(int row) {
        if (row < 0) return;
        const auto& library = libraries_[std::size_t(row)];
        if (row == 0) return text_->setPlainText(QString::fromUtf8(readAll(u":/LICENSE"_s)));
        const auto file = u"/usr/share/doc/%1/copyright"_s.arg(library.package);
        const auto whole = library.package.isEmpty() ? QByteArray() : readAll(file);
        text_->setPlainText(!whole.isEmpty()
                                ? QString::fromUtf8(whole)
                                : tr("%1 is under %2. Its text comes with the library; no Debian package on this machine has it.")
                                      .arg(library.name, library.licence));
    }

    std::vector<Library> libraries_;
    QStandardItemModel model_;
    controls::Table* table_;
    QPlainTextEdit* text_;
};

}  // namespace

Section* makeLicencesSection(const Context& context) { return new LicencesSection(context); }

}  // namespace anneal::pages

#include "licences_section.moc"
