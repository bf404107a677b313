"""Distances on the ground."""

from math import asin, cos, radians, sin, sqrt

EARTH_RADIUS_KM = 6371.0088  # mean radius, IUGG


def distance_km(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Return the great-circle distance between two points in degrees, in kilometres (haversine)."""
    half_height = radians(other_latitude - latitude) / 2
    half_width = radians(other_longitude - longitude) / 2
    chord = (
        sin(half_height) ** 2 + cos(radians(latitude)) * cos(radians(other_latitude)) * sin(half_width) ** 2
    )
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(chord)))
