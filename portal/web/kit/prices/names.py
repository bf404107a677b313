"""The words of prices that are said by themselves: amounts, what one gets, means of payment."""

from collections.abc import Mapping
from decimal import Decimal

from portal.domain.admission import Payment, Scope
from portal.web.kit import formats
from portal.web.kit.languages import Language

_FREE = {"fr": "gratuit", "oc": "gratuit"}
_SCOPES: Mapping[Language, Mapping[Scope, str]] = {
    "fr": {
        Scope.BOTH: "collections et expositions",
        Scope.PERMANENT: "collections",
        Scope.TEMPORARY: "expositions temporaires",
        Scope.VISIT: "visites et ateliers",
    },
    "oc": {
        Scope.BOTH: "colleccions e exposicions",
        Scope.PERMANENT: "colleccions",
        Scope.TEMPORARY: "exposicions temporàrias",
        Scope.VISIT: "visitas e talhièrs",
    },
}
_PAYMENTS: Mapping[Language, Mapping[Payment, str]] = {
    "fr": {
        Payment.CARD: "carte bancaire",
        Payment.CASH: "espèces",
        Payment.CHEQUE: "chèque",
        Payment.HOLIDAY_VOUCHER: "chèque-vacances",
        Payment.CULTURE_VOUCHER: "chèque culture",
        Payment.PASS_CULTURE: "pass Culture",
    },
    "oc": {
        Payment.CARD: "carta bancària",
        Payment.CASH: "espècias",
        Payment.CHEQUE: "chèc",
        Payment.HOLIDAY_VOUCHER: "chèc-vacanças",
        Payment.CULTURE_VOUCHER: "chèc cultura",
        Payment.PASS_CULTURE: "pass Culture",
    },
}


def cost_words(cents: int, language: Language) -> str:
    """Write `8 €`, `8,50 €`, `gratuit`."""
    return formats.price(Decimal(cents) / 100, language) if cents else _FREE[language]


def scope_name(scope: Scope, language: Language) -> str:
    """Write what one gets for a price, without a capital."""
    return _SCOPES[language][scope]


def payment_name(payment: Payment, language: Language) -> str:
    """Write a means of payment, without a capital."""
    return _PAYMENTS[language][payment]
