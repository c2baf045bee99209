#pragma once
// A sample as the model will see it, token by token: what is trained, what is prompt, what is special, what the cutoff removes.

#include <cstdint>
#include <vector>

#include <QTextEdit>

namespace anneal::controls {

struct Token {
    enum class Kind { prompt, trained, special };

    QString text;
    Kind kind = Kind::prompt;
    bool cut = false;  ///< after the cutoff
    std::int64_t id = 0;
};

class TokenView : public QTextEdit {
    Q_OBJECT
public:
    explicit TokenView(const QString& name, QWidget* parent = nullptr);

    void setTokens(std::vector<Token> tokens);

Q_SIGNALS:
    /// `index` is the token's place in the sample.
    void tokenClicked(std::size_t index, const QPoint& globalPosition);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void write();

    std::vector<Token> tokens_;
    std::vector<int> starts_;  ///< of each token in the document, and the end of the last
};

}  // namespace anneal::controls
