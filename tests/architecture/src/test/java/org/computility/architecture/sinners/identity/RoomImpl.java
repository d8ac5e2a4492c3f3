package org.computility.architecture.sinners.identity;

class RoomImpl {}
