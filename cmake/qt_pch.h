#pragma once
// What the window's files include most, compiled once.

#include <QtWidgets>
